package io.mien.contracts.control;

import io.mien.contracts.id.TaskId;

/** Stop the task, whichever attempt runs it, and report {@code TaskCancelled}. */
public record CancelTask(TaskId taskId, String reason) implements TaskControl {}
