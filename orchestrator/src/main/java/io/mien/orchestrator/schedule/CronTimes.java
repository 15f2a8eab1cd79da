package io.mien.orchestrator.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import io.mien.contracts.failure.InvalidInput;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** The times that a cron expression of five fields means in a time zone. */
public final class CronTimes {

  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX));

  private final ClockTimes times;

  private CronTimes(ClockTimes times) {
    this.times = times;
  }

  /**
   * @param cron minute, hour, day of month, month, day of week
   * @throws InvalidInput {@code bad-cron} or {@code bad-timezone}
   */
  public static CronTimes of(String cron, String timezone) {
    ZoneId zone = zone(timezone);
    Cron parsed = parse(cron);
    ExecutionTime times = ExecutionTime.forCron(parsed);
    return new CronTimes(
        isEveryHour(parsed)
            ? new ElapsingTimes(times, zone.getRules())
            : new WallTimes(times, zone.getRules()));
  }

  /** The first time behind a moment; empty when there is none, as for the 30th of February. */
  public Optional<Instant> next(Instant after) {
    return times.next(after);
  }

  /** The last time up to a moment. */
  public Optional<Instant> latest(Instant upTo) {
    return times.latest(upTo);
  }

  /** What a change of the clock does to the times of an expression. */
  sealed interface ClockTimes permits ElapsingTimes, WallTimes {

    Optional<Instant> next(Instant after);

    Optional<Instant> latest(Instant upTo);
  }

  private static boolean isEveryHour(Cron cron) {
    FieldExpression hour = cron.retrieve(CronFieldName.HOUR).getExpression();
    return hour instanceof Always
        || hour instanceof Every every && every.getExpression() instanceof Always;
  }

  private static Cron parse(String cron) {
    try {
      return PARSER.parse(cron).validate();
    } catch (IllegalArgumentException e) {
      throw new InvalidInput(
          "bad-cron",
          "The field 'cron' is '%s': %s. Give minute, hour, day of month, month and day of week, as in '0 2 * * 1-5'."
              .formatted(cron, e.getMessage()),
          e);
    }
  }

  private static ZoneId zone(String timezone) {
    try {
      return ZoneId.of(timezone);
    } catch (DateTimeException e) {
      throw new InvalidInput(
          "bad-timezone",
          "The field 'timezone' is '%s', which is none; give one such as Europe/Berlin or UTC."
              .formatted(timezone),
          e);
    }
  }
}
