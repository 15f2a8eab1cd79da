package io.mien.orchestrator.run;

import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import java.util.Map;
import java.util.stream.Stream;

/** The state of a step from those of its tasks. */
final class StepStates {

  private StepStates() {}

  /**
   * One failure fails the step at once: nothing can come of the rest.
   *
   * @param tasks how many are in each state; one at least
   */
  static StepState of(Map<TaskState, Integer> tasks) {
    if (any(tasks, TaskState.FAILED, TaskState.DEAD)) {
      return StepState.FAILED;
    }
    if (any(tasks, TaskState.RUNNING, TaskState.CANCELLING)) {
      return StepState.RUNNING;
    }
    if (any(tasks, TaskState.QUEUED, TaskState.OFFERED)) {
      return any(tasks, TaskState.SUCCEEDED) ? StepState.RUNNING : StepState.QUEUED;
    }
    return any(tasks, TaskState.CANCELLED) ? StepState.CANCELLED : StepState.SUCCEEDED;
  }

  /**
   * Tasks that do without each other: the step succeeds when one of them does, and ends with the
   * last.
   *
   * @param tasks how many are in each state; one at least
   * @param complete whether no more tasks will come
   */
  static StepState ofIndependent(Map<TaskState, Integer> tasks, boolean complete) {
    boolean waiting = any(tasks, TaskState.QUEUED, TaskState.OFFERED);
    boolean working = any(tasks, TaskState.RUNNING, TaskState.CANCELLING);
    boolean ended =
        any(tasks, TaskState.SUCCEEDED, TaskState.FAILED, TaskState.DEAD, TaskState.CANCELLED);
    if (working || !waiting && !complete) {
      return StepState.RUNNING;
    }
    if (waiting) {
      return ended ? StepState.RUNNING : StepState.QUEUED;
    }
    if (any(tasks, TaskState.CANCELLED)) {
      return StepState.CANCELLED;
    }
    return any(tasks, TaskState.SUCCEEDED) ? StepState.SUCCEEDED : StepState.FAILED;
  }

  private static boolean any(Map<TaskState, Integer> tasks, TaskState... states) {
    return Stream.of(states).anyMatch(state -> tasks.getOrDefault(state, 0) > 0);
  }
}
