package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.orchestrator.task.Standing;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code run}.
 *
 * @param request what it was started with, where that can be asked for again
 * @param standing whose it is, and how urgent
 */
public record Run(
    RunId runId,
    String name,
    RunPlan plan,
    @Nullable RepeatableRequest request,
    @Nullable DatasetId datasetId,
    @Nullable String preset,
    Standing standing,
    RunState state,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Instant pinnedAt) {

  /** Whether everything is to be done anew, whatever was done before. */
  boolean isFresh() {
    return plan.isFresh() || request != null && Boolean.TRUE.equals(request.fresh());
  }
}
