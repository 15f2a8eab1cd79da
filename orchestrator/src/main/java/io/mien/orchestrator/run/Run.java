package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code run}. */
public record Run(
    RunId runId,
    String name,
    RunPlan plan,
    @Nullable DatasetId datasetId,
    @Nullable String preset,
    RunState state,
    Instant createdAt,
    @Nullable Instant finishedAt,
    @Nullable Instant pinnedAt) {}
