package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.worker.WorkerHeartbeat;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A worker as it last reported.
 *
 * @param state {@code ALIVE}, {@code LOST} or {@code STOPPED}
 * @param drainedAt since when it gets no offers because somebody wanted so
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkerView(
    WorkerHeartbeat heartbeat,
    String state,
    Instant lastSeenAt,
    @Nullable Instant drainedAt,
    @Nullable String drainReason) {}
