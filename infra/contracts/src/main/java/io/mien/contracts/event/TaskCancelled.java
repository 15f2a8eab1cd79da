package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** The attempt stopped because it was told to. */
public record TaskCancelled(TaskId taskId, int attempt, WorkerId workerId, Instant at)
    implements TaskEvent {}
