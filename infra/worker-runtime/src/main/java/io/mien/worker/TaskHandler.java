package io.mien.worker;

import io.mien.contracts.result.TaskResult;

/**
 * The work of a worker application. Called on a thread of its own, for one task at a time per slot.
 *
 * <p>Throw {@link io.mien.contracts.failure.InvalidInput}, {@link
 * io.mien.contracts.failure.Unavailable}, {@link io.mien.contracts.failure.ResourceExhausted} or
 * {@link io.mien.contracts.failure.Cancelled}; anything else counts as a defect and is retried
 * within the task's budget. The handler may be called again for the same task: what it writes goes
 * under its own attempt's prefix, and only the returned result of the current attempt is published.
 */
@FunctionalInterface
public interface TaskHandler {

  TaskResult handle(TaskContext context) throws Exception;
}
