package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.ObjectRef;
import java.time.Instant;

/**
 * A picture of what the network can do by now.
 *
 * @param image PNG: fixed faces as rows; the input and then every label as columns
 */
public record TaskSampled(
    TaskId taskId, int attempt, WorkerId workerId, Instant at, long iteration, ObjectRef image)
    implements TaskEvent {}
