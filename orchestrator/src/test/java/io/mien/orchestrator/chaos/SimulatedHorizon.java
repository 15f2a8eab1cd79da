package io.mien.orchestrator.chaos;

import io.mien.orchestrator.lease.EventHorizon;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The horizon of {@link UnreliableTopics}, found as that of Kafka is: a moment is noted together
 * with the end of the reports, and counts once everything before that end was read. Thread-safe.
 */
final class SimulatedHorizon implements EventHorizon {

  private final UnreliableTopics topics;
  private final Supplier<Instant> databaseClock;
  private @Nullable Instant noted;
  private long end;
  private @Nullable Instant caughtUpTo;

  SimulatedHorizon(UnreliableTopics topics, Supplier<Instant> databaseClock) {
    this.topics = topics;
    this.databaseClock = databaseClock;
  }

  @Override
  public synchronized Optional<Instant> caughtUpTo() {
    if (noted == null) {
      noted = databaseClock.get();
      end = topics.sent();
    }
    if (topics.isReadUpTo(end)) {
      caughtUpTo = noted;
      noted = null;
    }
    return Optional.ofNullable(caughtUpTo);
  }

  /** Time passes: what was noted is longer ago. */
  synchronized void pass(Duration time) {
    noted = noted == null ? null : noted.minus(time);
    caughtUpTo = caughtUpTo == null ? null : caughtUpTo.minus(time);
  }
}
