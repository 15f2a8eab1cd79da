package io.mien.synth.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.failure.Cancelled;
import io.mien.contracts.failure.Unavailable;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeviceThreadTest {

  private final AtomicInteger lost = new AtomicInteger();
  private final FakeDevice device = new FakeDevice();
  private final EngineMeters meters = new EngineMeters(new SimpleMeterRegistry(), System::nanoTime);
  private final BatchSizes sizes = new BatchSizes(4);
  private final LoadedNetworks networks = new LoadedNetworks(device, 1000, sizes, meters);
  private final Inbox inbox =
      new Inbox(new RequestQueue(sizes, Duration.ofMillis(1)), System::nanoTime);
  private final DeviceThread thread =
      new DeviceThread(
          device,
          inbox,
          new BatchTurn(networks, new BatchRun(sizes, meters), meters),
          networks,
          lost::incrementAndGet);

  @AfterEach
  void stop() {
    inbox.close("the test ends");
    thread.awaitEnd();
  }

  @Test
  void whoAsksGetsTheirImages() {
    thread.start();

    assertThat(Asked.pixels(ask("a", 6).await())).containsExactlyElementsOf(Asked.pixels("a", 6));
    assertThat(thread.isAlive()).isTrue();
  }

  @Test
  void whatWasAskedForIsDrawnBeforeTheEnd() {
    Request asked = ask("a", 9);
    inbox.close("the test says so");
    thread.start();

    assertThat(asked.await()).hasSize(9);
    thread.awaitEnd();
    assertThat(device.open()).as("networks left open").isZero();
    assertThat(lost).hasValue(0);
    assertThatThrownBy(() -> ask("b", 1))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("the test says so");
  }

  @Test
  void aCheckpointThatCannotBeLoadedFailsThoseWhoAskForIt() {
    IllegalArgumentException unreadable = new IllegalArgumentException("unreadable");
    device.beforeLoading =
        folder -> {
          if (folder.equals("bad")) {
            throw unreadable;
          }
        };
    Request bad = inbox.ask(bulk("a"), Asked.key("bad"), Asked.wishes("a", 1));
    Request good = ask("b", 1);
    thread.start();

    assertThatThrownBy(bad::await).isSameAs(unreadable);
    assertThat(good.await()).hasSize(1);
  }

  @Test
  void everybodyIsToldWhenTheThreadDies() {
    device.beforeAnything =
        () -> {
          throw new UnsatisfiedLinkError("no libtorch");
        };
    Request asked = ask("a", 1);
    thread.start();

    assertThatThrownBy(asked::await)
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("no libtorch");
    thread.awaitEnd();
    assertThat(thread.isAlive()).isFalse();
    assertThat(lost).hasValue(1);
    assertThatThrownBy(() -> ask("b", 1)).isInstanceOf(Unavailable.class);
  }

  @Test
  void whoStopsNoLongerWaitsAndLeavesTheQueue() {
    Requester stopping =
        new Requester(
            Urgency.BULK,
            "a",
            "a",
            () -> {
              throw new Cancelled("stopping");
            });
    Request asked = inbox.ask(stopping, Asked.key("x"), Asked.wishes("a", 1));

    assertThatThrownBy(asked::await).isInstanceOf(Cancelled.class);
    inbox.withdraw(asked);
    thread.start();

    assertThat(ask("b", 1).await()).hasSize(1);
    assertThat(device.networks.get(0).batches).containsExactly(1);
  }

  @Test
  void whoIsInterruptedIsUnavailable() {
    Request asked = ask("a", 1);
    Thread.currentThread().interrupt();

    assertThatThrownBy(asked::await).isInstanceOf(Unavailable.class);
    assertThat(Thread.interrupted()).isTrue();
    inbox.withdraw(asked);
    thread.start();
  }

  private Request ask(String who, int images) {
    return inbox.ask(bulk(who), Asked.key("x"), Asked.wishes(who, images));
  }

  private static Requester bulk(String who) {
    return Asked.requester(Urgency.BULK, who);
  }
}
