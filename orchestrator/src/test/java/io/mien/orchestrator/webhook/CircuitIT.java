package io.mien.orchestrator.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.orchestrator.webhook.WebhookTable.Replica;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An endpoint that fails again and again is left alone, by all replicas. */
class CircuitIT {

  private static final int EVENTS = 20;

  private WebhookTable table;
  private Receiver receiver;
  private Replica one;
  private Replica other;

  @BeforeEach
  void open() throws IOException {
    table = new WebhookTable();
    receiver = new Receiver();
    one = table.replica(new DeliveryAttempt.Way(table.anywhere, table.poster), Runnable::run, 1);
    other = table.replica(new DeliveryAttempt.Way(table.anywhere, table.poster), Runnable::run, 1);
  }

  @AfterEach
  void close() {
    receiver.close();
    table.close();
  }

  @Test
  void opensAfterFailuresInARowAndClosesWhenAProbeSucceeds() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    WebhookId healthy = table.register(receiver.url("/healthy"), "task.");
    table.happen(EVENTS, "run.failed");
    receiver.always(500);

    one.step();
    other.step();

    assertThat(receiver.received()).hasSize(WebhookTable.CIRCUIT.failures());
    assertThat(table.webhook(id).health().nextProbeAt())
        .isCloseTo(Instant.now().plusSeconds(30), within(5, ChronoUnit.SECONDS));

    probe(1, Duration.ofSeconds(31), 60);
    probe(2, Duration.ofSeconds(61), 120);

    receiver.always(204);
    table.happens("task.dead");
    one.step();
    assertThat(table.only(healthy).state()).isEqualTo(DeliveryView.State.DELIVERED);
    assertThat(table.webhook(id).health().nextProbeAt()).isNotNull();

    table.pass(Duration.ofHours(1));
    one.step();

    assertThat(table.webhook(id).health().nextProbeAt()).isNull();
    assertThat(table.webhook(id).health().failures()).isZero();
    assertThat(table.deliveries(id))
        .hasSize(EVENTS)
        .extracting(DeliveryView::state)
        .containsOnly(DeliveryView.State.DELIVERED);
  }

  /** One attempt, by whichever replica; the next is so many seconds away. */
  private void probe(int number, Duration later, long next) {
    table.pass(later);
    one.step();
    other.step();
    assertThat(receiver.received()).hasSize(WebhookTable.CIRCUIT.failures() + number);
    WebhookId id =
        table.database.transact(tx -> table.webhooks.page(tx, null, 10)).stream()
            .filter(view -> view.types().contains("run."))
            .findFirst()
            .orElseThrow()
            .webhookId();
    assertThat(table.webhook(id).health().nextProbeAt())
        .isCloseTo(Instant.now().plusSeconds(next), within(5, ChronoUnit.SECONDS));
  }

  @Test
  void onlyOneProbeIsUnderWayAtATime() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happen(EVENTS, "run.failed");
    receiver.always(500);
    one.step();
    table.pass(Duration.ofHours(1));
    int before = receiver.received().size();
    Poster whileItHangs =
        post -> {
          other.send();
          return table.poster.post(post);
        };

    table
        .replica(new DeliveryAttempt.Way(table.anywhere, whileItHangs), Runnable::run, 4)
        .deliverer()
        .step();

    assertThat(receiver.received()).hasSize(before + 1);
    assertThat(table.webhook(id).health().nextProbeAt()).isNotNull();
  }

  @Test
  void operatorWhoEnablesItClosesTheCircuit() {
    WebhookId id = table.register(receiver.url("/"), "run.");
    table.happen(EVENTS, "run.failed");
    receiver.always(500);
    one.step();
    receiver.always(204);

    table.database.run(tx -> table.actions.enable(tx, id));
    one.step();

    assertThat(table.webhook(id).health().nextProbeAt()).isNull();
    assertThat(table.deliveries(id))
        .filteredOn(each -> each.state() == DeliveryView.State.DELIVERED)
        .hasSize(EVENTS - WebhookTable.CIRCUIT.failures());
  }
}
