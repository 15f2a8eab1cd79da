package io.mien.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.PrefixRef;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The attempt published a state from which a later attempt may go on.
 *
 * @param iteration of a training, or how many items of a synthesis are done
 * @param state what {@link io.mien.contracts.task.RunTask#resumeFrom()} of a later attempt will be
 * @param items those that are done; null of a training, and in messages of earlier versions
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskCheckpointed(
    TaskId taskId,
    int attempt,
    WorkerId workerId,
    Instant at,
    long iteration,
    PrefixRef state,
    @Nullable DoneItems items)
    implements TaskEvent {

  /** The state of a training. */
  public TaskCheckpointed(
      TaskId taskId, int attempt, WorkerId workerId, Instant at, long iteration, PrefixRef state) {
    this(taskId, attempt, workerId, at, iteration, state, null);
  }
}
