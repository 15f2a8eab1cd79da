package io.mien.orchestrator.task;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.task.TaskSpec;

/**
 * A task to queue.
 *
 * @param part of the step that it does, from 0
 * @param priority higher ones are offered first
 */
public record NewTask(
    TaskId taskId,
    RunId runId,
    StepId stepId,
    String step,
    int part,
    int priority,
    TaskSpec spec) {}
