package io.mien.contracts.rest;

import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.CheckpointSummary;
import java.time.Instant;
import java.util.List;

/**
 * A published checkpoint.
 *
 * @param aliases for example {@code champion}
 */
public record CheckpointView(
    CheckpointId checkpointId,
    RunId runId,
    TaskId taskId,
    CheckpointSummary summary,
    PrefixRef location,
    List<String> aliases,
    Instant createdAt) {}
