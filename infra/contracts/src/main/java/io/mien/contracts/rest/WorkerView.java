package io.mien.contracts.rest;

import io.mien.contracts.worker.WorkerHeartbeat;
import java.time.Instant;

/** A worker as it last reported. @param state {@code ALIVE}, {@code LOST} or {@code STOPPED} */
public record WorkerView(WorkerHeartbeat heartbeat, String state, Instant lastSeenAt) {}
