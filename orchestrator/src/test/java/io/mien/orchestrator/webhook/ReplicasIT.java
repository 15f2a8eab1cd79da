package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.orchestrator.webhook.Receiver.Received;
import io.mien.orchestrator.webhook.WebhookTable.Replica;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several replicas at work, and an endpoint that hangs. */
class ReplicasIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int EVENTS = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private WebhookTable table;
  private Receiver receiver;

  @BeforeEach
  void open() throws IOException {
    table = new WebhookTable();
    receiver = new Receiver();
  }

  @AfterEach
  void close() {
    threads.shutdownNow();
    receiver.close();
    table.close();
  }

  @Test
  void twoReplicasInTurnDeliverEachEventOnce() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    Replica one = table.replica();
    Replica other = table.replica();
    for (int i = 0; i < EVENTS; i++) {
      table.happens("run.succeeded");
      one.collector().step();
      other.collector().step();
      other.deliverer().step();
      one.deliverer().step();
    }

    assertEachDeliveredOnce(id);
  }

  @Test
  void replicasAtTheSameTimeDeliverEachEventOnce() throws Exception {
    WebhookId id = table.register(receiver.url("/"), "run.");
    List<Callable<Boolean>> work = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      Replica replica = table.replica();
      work.add(
          () -> {
            while (table.deliveries(id).stream()
                    .filter(each -> each.state() == DeliveryView.State.DELIVERED)
                    .count()
                < EVENTS) {
              replica.step();
            }
            return true;
          });
    }
    work.add(
        () -> {
          table.happen(EVENTS, "run.succeeded");
          return true;
        });

    for (Future<Boolean> one : threads.invokeAll(work)) {
      one.get();
    }

    assertEachDeliveredOnce(id);
  }

  @Test
  void endpointThatHangsHoldsUpNoOther() {
    CountDownLatch released = new CountDownLatch(1);
    AtomicInteger hanging = new AtomicInteger();
    Poster poster =
        post -> {
          if (post.target().url().getPath().equals("/hangs")) {
            hanging.incrementAndGet();
            awaitQuietly(released);
          }
          return table.poster.post(post);
        };
    WebhookId hangs = table.register(receiver.url("/hangs"), "run.");
    WebhookId works = table.register(receiver.url("/works"), "run.");
    Replica one = table.replica(new DeliveryAttempt.Way(table.anywhere, poster), threads, 3);
    Replica other = table.replica(new DeliveryAttempt.Way(table.anywhere, poster), threads, 3);
    table.happen(EVENTS, "run.succeeded");
    one.collector().step();

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              one.deliverer().step();
              other.deliverer().step();
              return delivered(works) == EVENTS;
            });

    assertThat(hanging).hasValue(3);
    assertThat(delivered(hangs)).isZero();
    released.countDown();
    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              one.deliverer().step();
              return delivered(hangs) == EVENTS;
            });
  }

  private long delivered(WebhookId id) {
    return table.deliveries(id).stream()
        .filter(each -> each.state() == DeliveryView.State.DELIVERED)
        .count();
  }

  private void assertEachDeliveredOnce(WebhookId id) {
    assertThat(receiver.received())
        .hasSize(EVENTS)
        .extracting(Received::id)
        .doesNotHaveDuplicates();
    assertThat(table.deliveries(id))
        .hasSize(EVENTS)
        .allMatch(each -> each.attempts() == 1)
        .extracting(DeliveryView::sequence)
        .doesNotHaveDuplicates();
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
