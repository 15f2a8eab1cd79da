package io.mien.contracts.control;

import io.mien.contracts.id.WorkerId;

/**
 * Take no more offers; what runs goes on to its end.
 *
 * @param reason for people
 */
public record DrainWorker(WorkerId worker, String reason) implements WorkerControl {}
