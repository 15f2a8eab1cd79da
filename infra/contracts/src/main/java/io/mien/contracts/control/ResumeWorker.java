package io.mien.contracts.control;

import io.mien.contracts.id.WorkerId;

/** Take offers again. */
public record ResumeWorker(WorkerId worker) implements WorkerControl {}
