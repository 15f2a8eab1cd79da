package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.RunState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code POST /v1/expressions}: 200 when finished within {@code Prefer: wait}, else
 * 202 and the run to watch.
 *
 * @param images generated images by expression, once finished
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpressionSetView(
    RunId runId,
    RunState state,
    @Nullable CheckpointId checkpointId,
    List<Image> images,
    @Nullable String contactSheetUrl,
    @Nullable TaskError error) {

  public record Image(String expression, String url, String sha256, long bytes) {}
}
