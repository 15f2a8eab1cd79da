package io.mien.orchestrator.schedule;

import io.mien.contracts.rest.ScheduleView;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The time that is to be made up for now.
 *
 * @param at the newest that has come
 * @param missed says that there were others before; null when there were none
 * @param nextAt the one after it; null when there is none
 */
record DueTime(Instant at, @Nullable String missed, @Nullable Instant nextAt) {

  static DueTime of(ScheduleView schedule, Instant now) {
    CronTimes times = CronTimes.of(schedule.cron(), schedule.timezone());
    Instant first = Objects.requireNonNull(schedule.nextAt(), "A schedule that is due has a time.");
    Instant newest = times.latest(now).filter(first::isBefore).orElse(first);
    String missed =
        newest.equals(first)
            ? null
            : "The times from %s on were missed; only the newest is made up for.".formatted(first);
    return new DueTime(newest, missed, times.next(now).orElse(null));
  }
}
