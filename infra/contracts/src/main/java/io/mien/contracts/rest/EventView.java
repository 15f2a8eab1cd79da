package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One server-sent event of {@code GET /v1/events}; the SSE id is the sequence.
 *
 * @param sequence rises over the whole system
 * @param runSequence numbers the stored events of a run from 1 on, without gaps; absent from events
 *     that are only told, and from those of no run
 * @param type for example {@code run.started}, {@code step.succeeded}, {@code task.progressed},
 *     {@code task.measured}, {@code task.sampled}
 * @param data small JSON, by type: a RunView for {@code run.*}, a TaskView for {@code task.*}
 *     transitions and progress, a list of Measure, a SampleView; for {@code retention.run-deleted}
 *     what the run was and what was freed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EventView(
    long sequence,
    @Nullable Long runSequence,
    String type,
    Instant at,
    @Nullable RunId runId,
    @Nullable TaskId taskId,
    Object data) {}
