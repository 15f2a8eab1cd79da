package io.mien.contracts.worker;

import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/** The worker ended in good order. */
public record WorkerStopped(WorkerId workerId, Instant at) implements WorkerEvent {}
