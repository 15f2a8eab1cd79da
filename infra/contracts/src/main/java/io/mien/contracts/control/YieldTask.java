package io.mien.contracts.control;

import io.mien.contracts.id.TaskId;

/**
 * Leave what a later attempt can go on from, stop this attempt, and report {@code TaskInterrupted}
 * with the reason {@code YIELDED}.
 *
 * @param attempt the attempt to stop; others go on
 * @param reason for people
 */
public record YieldTask(TaskId taskId, int attempt, String reason) implements TaskControl {}
