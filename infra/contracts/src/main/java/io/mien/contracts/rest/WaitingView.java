package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /v1/tasks/{id}/waiting}: why a task is not running, or not getting on.
 *
 * @param text the same for people
 * @param position how many tasks of its kind are offered before it; not beyond a thousand
 * @param etaSeconds until it begins, from how long such steps took before; absent where nobody
 *     knows
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WaitingView(
    TaskId taskId,
    TaskState state,
    Reason reason,
    String text,
    @Nullable Integer position,
    @Nullable Double etaSeconds) {

  /** What would have to change. */
  public enum Reason {
    /** Its run was paused. */
    RUN_PAUSED,
    /** Its kind of task was paused. */
    QUEUE_PAUSED,
    /** An attempt failed or was lost, or nobody took its offers; the next one waits a while. */
    BACKOFF,
    /** No worker of its kind is alive, or all are drained. */
    NO_WORKER,
    /** Its client has as many tasks as it may have. */
    QUOTA,
    /** All slots are taken, and others come before it. */
    SLOTS_TAKEN,
    /** It is offered at the next turn. */
    NEXT,
    /** It was offered, and no worker has started it yet. */
    OFFERED,
    /** It runs, but its worker has not been heard of for a while. */
    CONTACT_LOST,
    /** It was asked to make room. */
    MAKING_ROOM,
    /** It was asked to stop. */
    STOPPING,
    /** It runs. */
    RUNNING,
    /** It has ended. */
    ENDED
  }
}
