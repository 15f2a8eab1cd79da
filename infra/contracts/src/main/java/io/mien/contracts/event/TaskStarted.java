package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** A worker asks for the lease of this attempt; the loser of a race is revoked. */
public record TaskStarted(TaskId taskId, int attempt, WorkerId workerId, Instant at)
    implements TaskEvent {}
