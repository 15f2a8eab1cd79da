package io.mien.worker.attempt;

import io.mien.worker.Surroundings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Random;

/** Time that passes when the test says so. */
final class ManualTime {

  private long nanos;

  Surroundings surroundings() {
    Clock clock = Clock.fixed(Instant.parse("2026-11-22T10:00:00Z"), ZoneOffset.UTC);
    return new Surroundings(clock, this::nanos, new Random(1));
  }

  long nanos() {
    return nanos;
  }

  void pass(Duration duration) {
    nanos += duration.toNanos();
  }
}
