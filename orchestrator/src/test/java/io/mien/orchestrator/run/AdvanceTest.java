package io.mien.orchestrator.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** On the graph a → b, a → c, b and c → d. */
class AdvanceTest {

  private static final RunId RUN = new RunId(new UUID(0, 1));

  @Test
  void firstStepIsQueuedAndTheRestWaits() {
    Advance advance = advance(RunState.RUNNING, "WAITING WAITING WAITING WAITING");

    assertThat(moved(advance)).isEqualTo(Map.of("a", StepState.QUEUED));
    assertThat(advance.outcome()).isEmpty();
  }

  @Test
  void stepsAreQueuedOnceAllTheyDependOnHasSucceeded() {
    assertThat(moved(advance(RunState.RUNNING, "SUCCEEDED WAITING WAITING WAITING")))
        .isEqualTo(Map.of("b", StepState.QUEUED, "c", StepState.QUEUED));
    assertThat(moved(advance(RunState.RUNNING, "SUCCEEDED SUCCEEDED RUNNING WAITING"))).isEmpty();
    assertThat(moved(advance(RunState.RUNNING, "SUCCEEDED SUCCEEDED SUCCEEDED WAITING")))
        .isEqualTo(Map.of("d", StepState.QUEUED));
  }

  @Test
  void failedStepSkipsAllBehindItAndFailsTheRun() {
    Advance advance = advance(RunState.RUNNING, "FAILED WAITING WAITING WAITING");

    assertThat(moved(advance))
        .isEqualTo(Map.of("b", StepState.SKIPPED, "c", StepState.SKIPPED, "d", StepState.SKIPPED));
    assertThat(advance.outcome()).contains(RunState.FAILED);
  }

  @Test
  void runWithFailedBranchEndsOnlyWhenTheOtherBranchHas() {
    assertThat(advance(RunState.RUNNING, "SUCCEEDED FAILED RUNNING WAITING").outcome()).isEmpty();
    assertThat(advance(RunState.RUNNING, "SUCCEEDED FAILED SUCCEEDED SKIPPED").outcome())
        .contains(RunState.FAILED);
  }

  @Test
  void runSucceedsWhenAllStepsHave() {
    assertThat(advance(RunState.RUNNING, "SUCCEEDED SUCCEEDED SUCCEEDED SUCCEEDED").outcome())
        .contains(RunState.SUCCEEDED);
  }

  @Test
  void nothingIsQueuedInRunThatIsBeingCancelled() {
    Advance advance = advance(RunState.CANCELLING, "SUCCEEDED RUNNING WAITING WAITING");

    assertThat(moved(advance))
        .isEqualTo(Map.of("c", StepState.CANCELLED, "d", StepState.CANCELLED));
    assertThat(advance.outcome()).isEmpty();
  }

  @Test
  void cancelledRunEndsCancelledEvenWhenItsLastStepSucceeded() {
    assertThat(advance(RunState.CANCELLING, "SUCCEEDED SUCCEEDED CANCELLED CANCELLED").outcome())
        .contains(RunState.CANCELLED);
    assertThat(advance(RunState.CANCELLING, "SUCCEEDED SUCCEEDED SUCCEEDED SUCCEEDED").outcome())
        .contains(RunState.CANCELLED);
  }

  private static Advance advance(RunState run, String states) {
    List<StepState> all = Arrays.stream(states.split(" ")).map(StepState::valueOf).toList();
    return Advance.of(
        run,
        List.of(
            step("a", all.get(0)),
            step("b", all.get(1), "a"),
            step("c", all.get(2), "a"),
            step("d", all.get(3), "b", "c")));
  }

  private static Map<String, StepState> moved(Advance advance) {
    return advance.moved().stream().collect(Collectors.toMap(RunStep::name, RunStep::state));
  }

  private static RunStep step(String name, StepState state, String... dependsOn) {
    return new RunStep(
        new StepId(new UUID(0, name.charAt(0))),
        RUN,
        name,
        TaskKind.TRAIN,
        List.of(dependsOn),
        state);
  }
}
