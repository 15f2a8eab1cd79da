package io.mien.networks.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class EngineGateTest {
  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(1);

  private final EngineGate gate = new EngineGate();

  @Test
  void whoIsInsideIsWaitedForAndMayEnterAgain() throws Exception {
    // Given
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch asked = new CountDownLatch(1);
    CompletableFuture<Void> work =
        CompletableFuture.runAsync(
            () -> {
              gate.enter();
              inside.countDown();
              await(asked);
              gate.enter();
              gate.leave();
              gate.leave();
            });
    await(inside);
    assertThat(gate.close(LONG, AT_ONCE)).as("closed while somebody is inside").isFalse();
    // When
    CompletableFuture<Boolean> closed = CompletableFuture.supplyAsync(this::close);
    asked.countDown();
    // Then
    assertThat(closed.get()).isTrue();
    work.get();
  }

  @Test
  void nobodyComesInAfterwards() throws Exception {
    assertThat(CompletableFuture.supplyAsync(this::close).get()).isTrue();
    Thread late = new Thread(gate::enter);
    late.setDaemon(true);
    late.start();
    while (late.getState() == Thread.State.NEW || late.getState() == Thread.State.RUNNABLE) {
      Thread.onSpinWait();
    }
    assertThat(late.getState()).isEqualTo(Thread.State.WAITING);
  }

  @Test
  void aHoldKeepsItOpen() throws Exception {
    EngineHold hold = gate.hold();
    assertThat(gate.close(AT_ONCE, LONG)).isFalse();

    EngineGate other = new EngineGate();
    EngineHold closed = other.hold();
    closed.close();
    closed.close();
    assertThat(other.close(LONG, LONG)).isTrue();
    hold.close();
  }

  private boolean close() {
    try {
      return gate.close(LONG, LONG);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
