package io.mien.orchestrator.history;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened, before it has a sequence.
 *
 * @param type as in {@link io.mien.contracts.rest.EventView}
 * @param data written as JSON
 */
public record HistoryEntry(
    String type, @Nullable RunId runId, @Nullable TaskId taskId, Object data) {}
