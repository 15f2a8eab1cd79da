package io.mien.orchestrator.schedule;

import com.cronutils.model.time.ExecutionTime;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Times of every hour, or of every so-manieth: they go on through a change of the clock, so that
 * "every ten minutes" does not pause for an hour in autumn.
 */
record ElapsingTimes(ExecutionTime times, ZoneRules rules) implements CronTimes.ClockTimes {

  @Override
  public Optional<Instant> next(Instant after) {
    Instant from = after.truncatedTo(ChronoUnit.SECONDS);
    ZoneOffset offset = rules.getOffset(from);
    ZoneOffsetTransition change = rules.nextTransition(from);
    Optional<Instant> next = nextIn(offset, from);
    while (change != null && next.isPresent() && !next.get().isBefore(change.getInstant())) {
      // From one second before, since only what comes behind is found
      next = nextIn(change.getOffsetAfter(), change.getInstant().minusSeconds(1));
      change = rules.nextTransition(change.getInstant());
    }
    return next;
  }

  @Override
  public Optional<Instant> latest(Instant upTo) {
    Instant to = upTo.truncatedTo(ChronoUnit.SECONDS);
    ZoneOffset offset = rules.getOffset(to);
    ZoneOffsetTransition change = changeUpTo(to);
    Optional<Instant> latest = latestIn(offset, to);
    while (change != null && latest.isPresent() && latest.get().isBefore(change.getInstant())) {
      Instant before = change.getInstant().minusSeconds(1);
      latest = latestIn(change.getOffsetBefore(), before);
      change = changeUpTo(before);
    }
    return latest;
  }

  private @Nullable ZoneOffsetTransition changeUpTo(Instant to) {
    return rules.previousTransition(to.plusNanos(1));
  }

  private Optional<Instant> nextIn(ZoneOffset offset, Instant after) {
    return times.nextExecution(after.atZone(offset)).map(ZonedDateTime::toInstant);
  }

  /** At that second, too. */
  private Optional<Instant> latestIn(ZoneOffset offset, Instant upTo) {
    return times.lastExecution(upTo.plusSeconds(1).atZone(offset)).map(ZonedDateTime::toInstant);
  }
}
