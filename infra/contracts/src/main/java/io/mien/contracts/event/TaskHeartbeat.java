package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/**
 * The attempt lives; renews its lease.
 *
 * @param sequence counts from 1 within the attempt
 */
public record TaskHeartbeat(
    TaskId taskId, int attempt, WorkerId workerId, Instant at, long sequence, Progress progress)
    implements TaskEvent {}
