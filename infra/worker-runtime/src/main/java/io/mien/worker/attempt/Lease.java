package io.mien.worker.attempt;

import java.time.Duration;

/**
 * How long an attempt may still count on its task, as far as the worker can know: it counts from
 * the moment at which the last heartbeat that got out was sent. Times are monotonic nanoseconds.
 * Thread-safe.
 */
final class Lease {

  private final long doubtAfter;
  private long renewedAt;

  Lease(Duration length, long now) {
    this.doubtAfter = length.toNanos() / 3 * 2;
    this.renewedAt = now;
  }

  synchronized void renewed(long sentAt) {
    if (sentAt - renewedAt > 0) {
      renewedAt = sentAt;
    }
  }

  synchronized boolean isInDoubt(long now) {
    return now - renewedAt > doubtAfter;
  }
}
