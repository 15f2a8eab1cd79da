package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.orchestrator.queue.JdbcQueues;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Why a step is not running, in a sentence.
 *
 * @param busy asked for only when a step is queued
 */
record WaitingReason(Supplier<Map<TaskKind, JdbcQueues.Busy>> busy) {

  Optional<String> of(RunState run, RunStep step, TaskState task) {
    if (run == RunState.PAUSED && step.state() == StepState.QUEUED) {
      return Optional.of("The run is paused.");
    }
    return switch (step.state()) {
      case WAITING -> Optional.of("Waits for " + String.join(" and ", step.dependsOn()) + ".");
      case QUEUED -> Optional.of(queued(step.kind(), task));
      case RUNNING, SUCCEEDED, FAILED, CANCELLED, SKIPPED -> Optional.empty();
    };
  }

  private String queued(TaskKind kind, TaskState task) {
    String worker = kind.shareGroup();
    if (task == TaskState.OFFERED) {
      return "Offered; waits for a " + worker + " to start it.";
    }
    JdbcQueues.Busy queue = busy.get().getOrDefault(kind, JdbcQueues.Busy.NONE);
    if (queue.paused() != null) {
      return "No task of kind " + kind.wireName() + " is offered: " + queue.paused();
    } else if (queue.slots() == 0) {
      return "No " + worker + " is alive.";
    } else if (queue.taken() >= queue.slots()) {
      return "All " + queue.slots() + " slots of " + worker + "s are taken.";
    }
    return "Waits for its turn, or for the pause after a failure to end.";
  }
}
