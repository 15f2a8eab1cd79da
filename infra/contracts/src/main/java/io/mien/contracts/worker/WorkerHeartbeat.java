package io.mien.contracts.worker;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/**
 * The worker lives.
 *
 * @param slots how many tasks it can run at once
 * @param busy how many it runs now
 * @param device for example {@code cpu} or {@code cuda:0}
 * @param residentBytes resident memory of the process
 * @param peakResidentBytes the most it has been
 * @param draining whether it takes no more offers because it was told so
 */
public record WorkerHeartbeat(
    WorkerId workerId,
    Instant at,
    TaskKind kind,
    String host,
    long pid,
    String version,
    int slots,
    int busy,
    String device,
    Instant startedAt,
    long residentBytes,
    long peakResidentBytes,
    boolean draining)
    implements WorkerEvent {}
