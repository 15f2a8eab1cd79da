package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.id.StepId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What follows for a run from the states of its steps.
 *
 * @param moved steps that were waiting and no longer are, in their next state: {@code QUEUED} (all
 *     they depend on has succeeded), {@code SKIPPED} (something they depend on did not) or {@code
 *     CANCELLED}
 * @param outcome how the run ends, empty while a step can still go on
 */
record Advance(List<RunStep> moved, Optional<RunState> outcome) {

  Advance {
    moved = List.copyOf(moved);
  }

  /**
   * @param steps of the run, each after those it depends on
   */
  static Advance of(RunState state, List<RunStep> steps) {
    Map<String, StepState> states = new HashMap<>();
    List<RunStep> moved = new ArrayList<>();
    for (RunStep step : steps) {
      StepState next =
          step.state() == StepState.WAITING ? afterWaiting(state, step, states) : step.state();
      states.put(step.name(), next);
      if (next != step.state()) {
        moved.add(step.in(next));
      }
    }
    return new Advance(moved, outcome(state, states));
  }

  /** The steps in the states that they have then. */
  List<RunStep> applied(List<RunStep> steps) {
    Map<StepId, RunStep> next = new HashMap<>();
    moved.forEach(step -> next.put(step.stepId(), step));
    return steps.stream().map(step -> next.getOrDefault(step.stepId(), step)).toList();
  }

  private static StepState afterWaiting(RunState run, RunStep step, Map<String, StepState> states) {
    if (run != RunState.RUNNING && run != RunState.PAUSED) {
      return StepState.CANCELLED;
    }
    List<StepState> dependencies = step.dependsOn().stream().map(states::get).toList();
    if (dependencies.stream().allMatch(StepState.SUCCEEDED::equals)) {
      return StepState.QUEUED;
    }
    return dependencies.stream().allMatch(Advance::mayStillSucceed)
        ? StepState.WAITING
        : StepState.SKIPPED;
  }

  private static Optional<RunState> outcome(RunState run, Map<String, StepState> states) {
    if (states.values().stream()
        .anyMatch(state -> state != StepState.SUCCEEDED && mayStillSucceed(state))) {
      return Optional.empty();
    }
    if (run == RunState.CANCELLING || states.containsValue(StepState.CANCELLED)) {
      return Optional.of(RunState.CANCELLED);
    }
    return Optional.of(
        states.containsValue(StepState.FAILED) ? RunState.FAILED : RunState.SUCCEEDED);
  }

  private static boolean mayStillSucceed(StepState state) {
    return switch (state) {
      case WAITING, QUEUED, RUNNING, SUCCEEDED -> true;
      case FAILED, CANCELLED, SKIPPED -> false;
    };
  }
}
