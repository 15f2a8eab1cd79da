package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** The work failed. */
public record TaskFailed(TaskId taskId, int attempt, WorkerId workerId, Instant at, TaskError error)
    implements TaskEvent {}
