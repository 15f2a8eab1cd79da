package io.mien.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.OrchestratorLoops.Steps;
import io.mien.orchestrator.loop.Step;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class OrchestratorLoopsTest {

  private static final Step NOTHING = () -> Step.Progress.DONE;

  private final AtomicInteger turns = new AtomicInteger();

  @Test
  void everySweepHasItsTurnAlthoughAnotherFailsAndTheFailuresAreTold() {
    RuntimeException away = new Unavailable("kafka-unavailable", "The broker is away.");
    RuntimeException defect = new IllegalStateException("It broke.");
    Steps steps = sweeping(failing(away), counted(), failing(defect), counted());

    assertThatThrownBy(steps::sweep).isSameAs(away);

    assertThat(turns).hasValue(2);
    assertThat(away.getSuppressed()).containsExactly(defect);
  }

  @Test
  void sweepOfWhichNothingFailsIsDone() {
    assertThat(sweeping(counted(), counted()).sweep()).isEqualTo(Step.Progress.DONE);
    assertThat(turns).hasValue(2);
  }

  private static Steps sweeping(Step... sweeps) {
    return new Steps(NOTHING, NOTHING, List.of(), List.of(sweeps), List.of());
  }

  private Step counted() {
    return () -> {
      turns.incrementAndGet();
      return Step.Progress.DONE;
    };
  }

  private static Step failing(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }
}
