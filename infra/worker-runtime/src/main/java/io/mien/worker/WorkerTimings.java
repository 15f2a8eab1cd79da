package io.mien.worker;

import java.time.Duration;

/**
 * The rhythm of a worker. Lease and heartbeat interval are not here: every offer brings its own.
 *
 * @param presenceEvery interval of {@code WorkerHeartbeat}
 * @param progressEvery shortest interval between heartbeats whose progress changed, and between
 *     messages of measures
 * @param tick how often due heartbeats and leases are looked for
 * @param retryEvery pause before something that failed is tried again
 * @param drainWait how long running handlers may take to stop when the worker stops: longer than a
 *     training step, at which they do
 */
public record WorkerTimings(
    Duration presenceEvery,
    Duration progressEvery,
    Duration tick,
    Duration retryEvery,
    Duration drainWait) {

  public static final WorkerTimings DEFAULT =
      new WorkerTimings(
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofMillis(200),
          Duration.ofSeconds(1),
          Duration.ofSeconds(60));
}
