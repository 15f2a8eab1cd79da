package io.mien.orchestrator.synthesis;

import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import org.jspecify.annotations.Nullable;

/**
 * One part of a synthesis: the task that prepares its items, and the one that generates them.
 *
 * @param number from 0
 * @param generate null until it is prepared
 */
record SynthesisPart(int number, Work prepare, @Nullable Work generate) {

  /** The task that the part has come to. */
  Work last() {
    return generate == null ? prepare : generate;
  }

  /**
   * How a task stands.
   *
   * @param attempt the one it is in, or was in last; 0 before the first
   * @param left what an attempt has left that did not end with a result
   * @param reusedFrom the earlier task whose result this is; null when it is its own
   */
  record Work(
      TaskId taskId,
      int attempt,
      TaskState state,
      TaskSpec spec,
      @Nullable TaskResult result,
      @Nullable TaskError error,
      @Nullable PrefixRef left,
      @Nullable TaskId reusedFrom) {

    /** Whether nothing more can come of it. */
    boolean isLost() {
      return state == TaskState.FAILED || state == TaskState.DEAD;
    }
  }
}
