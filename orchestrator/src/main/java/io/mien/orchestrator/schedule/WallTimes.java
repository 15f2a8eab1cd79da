package io.mien.orchestrator.schedule;

import com.cronutils.model.time.ExecutionTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;
import java.util.Optional;

/**
 * Times of certain hours, by the clock on the wall: each is due once a day. One that the clock
 * leaves out in spring is due when it is put forward; of one that comes twice in autumn, the first
 * counts.
 */
record WallTimes(ExecutionTime times, ZoneRules rules) implements CronTimes.ClockTimes {

  @Override
  public Optional<Instant> next(Instant after) {
    Optional<LocalDateTime> next = nextOnWall(wall(after));
    while (next.isPresent() && !due(next.get()).isAfter(after)) {
      next = nextOnWall(next.get());
    }
    return next.map(this::due);
  }

  @Override
  public Optional<Instant> latest(Instant upTo) {
    LocalDateTime wall = wall(upTo).plus(putBack(upTo)).plusSeconds(1);
    Optional<LocalDateTime> latest = latestOnWall(wall);
    while (latest.isPresent() && due(latest.get()).isAfter(upTo)) {
      latest = latestOnWall(latest.get());
    }
    return latest.map(this::due);
  }

  /** How far the clock was put back last: what it shows again was due the first time. */
  private Duration putBack(Instant upTo) {
    ZoneOffsetTransition change = rules.previousTransition(upTo.plusNanos(1));
    return change != null && change.isOverlap() ? change.getDuration().abs() : Duration.ZERO;
  }

  private LocalDateTime wall(Instant at) {
    return LocalDateTime.ofEpochSecond(at.getEpochSecond(), 0, rules.getOffset(at));
  }

  /** Rises with the time on the wall. */
  private Instant due(LocalDateTime wall) {
    List<ZoneOffset> offsets = rules.getValidOffsets(wall);
    return offsets.isEmpty()
        ? rules.getTransition(wall).getInstant()
        : wall.toInstant(offsets.get(0));
  }

  private Optional<LocalDateTime> nextOnWall(LocalDateTime after) {
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }

  private Optional<LocalDateTime> latestOnWall(LocalDateTime before) {
    return times.lastExecution(before.atZone(ZoneOffset.UTC)).map(ZonedDateTime::toLocalDateTime);
  }
}
