package io.mien.orchestrator.task;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.task.TaskSpec;
import org.jspecify.annotations.Nullable;

/**
 * A task to queue.
 *
 * @param part of the step that it does, from 0
 * @param fingerprint by which a later task finds that it is the same; null when none may
 */
public record NewTask(
    TaskId taskId,
    RunId runId,
    StepId stepId,
    String step,
    int part,
    Standing standing,
    TaskSpec spec,
    @Nullable String fingerprint) {}
