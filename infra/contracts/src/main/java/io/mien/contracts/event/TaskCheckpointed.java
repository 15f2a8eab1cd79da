package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.PrefixRef;
import java.time.Instant;

/**
 * The attempt published a training state from which a later attempt may go on.
 *
 * @param state what {@link io.mien.contracts.task.RunTask#resumeFrom()} of a later attempt will be
 */
public record TaskCheckpointed(
    TaskId taskId, int attempt, WorkerId workerId, Instant at, long iteration, PrefixRef state)
    implements TaskEvent {}
