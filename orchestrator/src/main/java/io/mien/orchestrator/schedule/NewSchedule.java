package io.mien.orchestrator.schedule;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.ScheduleId;
import io.mien.contracts.rest.Overlap;
import io.mien.contracts.rest.ScheduleRequest;
import io.mien.contracts.rest.ScheduleView;
import java.time.Instant;
import java.util.Objects;

/** A schedule that is to be made, and can be understood. */
public record NewSchedule(ScheduleRequest request, CronTimes times) {

  private static final String UTC = "UTC";

  /**
   * @throws InvalidInput {@code bad-cron} or {@code bad-timezone}
   */
  public static NewSchedule of(ScheduleRequest request) {
    return new NewSchedule(request, CronTimes.of(request.cron(), timezone(request)));
  }

  /**
   * As it is stored.
   *
   * @throws InvalidInput {@code bad-cron} when no time will ever come
   */
  public ScheduleView view(ScheduleId id, Instant now) {
    return new ScheduleView(
        id,
        request.name(),
        request.cron(),
        timezone(request),
        Objects.requireNonNullElse(request.overlap(), Overlap.SKIP),
        request.run(),
        request.steps(),
        ScheduleView.State.ENABLED,
        now,
        first(times, now),
        null,
        null);
  }

  /**
   * The first time from now on.
   *
   * @throws InvalidInput {@code bad-cron} when no time will ever come
   */
  public static Instant first(CronTimes times, Instant now) {
    return times
        .next(now)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "bad-cron",
                    "No time of the field 'cron' will ever come; is there such a day?"));
  }

  private static String timezone(ScheduleRequest request) {
    return Objects.requireNonNullElse(request.timezone(), UTC);
  }
}
