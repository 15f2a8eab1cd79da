package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.RunState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run and its steps, in the order of their dependencies.
 *
 * @param template {@code pipeline}, {@code faces}, {@code expressions}, {@code steps}, {@code
 *     inspection}, {@code import}, {@code export} or {@code erasure}
 * @param pinnedAt since when it is kept whatever its time is; absent when it is not
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunView(
    RunId runId,
    String name,
    String template,
    @Nullable DatasetId datasetId,
    @Nullable String preset,
    int priority,
    RunState state,
    Instant createdAt,
    @Nullable Instant finishedAt,
    List<StepView> steps,
    @Nullable EvaluationId evaluationId,
    @Nullable Instant pinnedAt) {}
