package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.result.TaskResult;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A task.
 *
 * @param seconds time from the first start to the end, or to now
 * @param reusedFrom the earlier task that did the same, whose result this is
 * @param result once succeeded
 * @param error of the last failed attempt
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TaskView(
    TaskId taskId,
    RunId runId,
    String step,
    TaskKind kind,
    TaskState state,
    int attempt,
    int failures,
    int interruptions,
    @Nullable WorkerId workerId,
    @Nullable Progress progress,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Double seconds,
    @Nullable TaskId reusedFrom,
    @Nullable TaskResult result,
    @Nullable TaskError error) {}
