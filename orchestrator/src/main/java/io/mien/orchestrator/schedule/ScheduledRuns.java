package io.mien.orchestrator.schedule;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.Overlap;
import io.mien.contracts.rest.ScheduleView;
import io.mien.contracts.rest.ScheduleView.Outcome;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.schedule.JdbcScheduleRepository.Conclusion;
import io.mien.orchestrator.schedule.JdbcScheduleRepository.Schedule;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts runs whose time has come. Of several times that were missed, as in an outage, only the
 * newest is made up for. The run, and that its time is over, are one transaction; every replica may
 * do it at once.
 */
public final class ScheduledRuns implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(ScheduledRuns.class);
  private static final int BATCH = 100;

  private final Database database;
  private final JdbcScheduleRepository schedules;
  private final AskedRuns asked;
  private final RunStarter starter;
  private final Uuid7 ids;

  public ScheduledRuns(
      Database database,
      JdbcScheduleRepository schedules,
      AskedRuns asked,
      RunStarter starter,
      Uuid7 ids) {
    this.database = database;
    this.schedules = schedules;
    this.asked = asked;
    this.starter = starter;
    this.ids = ids;
  }

  /** One that waits for the object store, or meets a defect of ours, keeps no other waiting. */
  @Override
  public Progress step() {
    List<Schedule> due = database.transact(tx -> schedules.due(tx, BATCH));
    RuntimeException failure = null;
    for (Schedule each : due) {
      try {
        start(each);
      } catch (RuntimeException e) {
        failure = failure == null || failure instanceof Unavailable ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
    return due.size() == BATCH ? Progress.MORE : Progress.DONE;
  }

  private void start(Schedule due) {
    Optional<Conclusion> concluded;
    try {
      AskedRuns.Prepared prepared = asked.prepare(due.asked());
      concluded = database.transact(tx -> start(tx, due, prepared));
    } catch (InvalidInput e) {
      concluded = database.transact(tx -> refused(tx, due, e));
    }
    concluded.ifPresent(
        conclusion ->
            LOG.info(
                "Schedule {} ({}), due {}: {} {} {}",
                due.view().scheduleId(),
                due.view().name(),
                conclusion.last().dueAt(),
                conclusion.last().outcome(),
                conclusion.runId() == null ? "" : conclusion.runId(),
                conclusion.last().message() == null ? "" : conclusion.last().message()));
  }

  private Optional<Conclusion> start(Transaction tx, Schedule due, AskedRuns.Prepared prepared) {
    return schedules
        .lock(tx, due)
        .map(
            schedule -> {
              DueTime time = DueTime.of(schedule.view(), schedule.now());
              RunId active = active(tx, schedule.view());
              Conclusion conclusion =
                  active == null ? started(tx, schedule, time, prepared) : skipped(time, active);
              schedules.conclude(tx, schedule.view().scheduleId(), conclusion, time.nextAt());
              return conclusion;
            });
  }

  private Conclusion started(
      Transaction tx, Schedule schedule, DueTime time, AskedRuns.Prepared prepared) {
    RunId fresh = new RunId(ids.next());
    RunId run =
        starter.startOnce(tx, request(schedule, time.at()), fresh, () -> prepared.plan(tx, fresh));
    return new Conclusion(new ScheduleView.Last(time.at(), Outcome.STARTED, time.missed()), run);
  }

  /** The run that the schedule started last, where it keeps another from being started. */
  private @Nullable RunId active(Transaction tx, ScheduleView schedule) {
    RunId run = schedule.runId();
    if (run == null || schedule.overlap() == Overlap.ALLOW) {
      return null;
    }
    return schedules.isActive(tx, run) ? run : null;
  }

  private static Conclusion skipped(DueTime time, RunId active) {
    String message = "Run %s, which was started before, has not ended.".formatted(active);
    return new Conclusion(new ScheduleView.Last(time.at(), Outcome.SKIPPED, message), null);
  }

  private Optional<Conclusion> refused(Transaction tx, Schedule due, InvalidInput reason) {
    return schedules
        .lock(tx, due)
        .map(
            schedule -> {
              DueTime time = DueTime.of(schedule.view(), schedule.now());
              String message = "%s: %s".formatted(reason.code(), reason.getMessage());
              Conclusion conclusion =
                  new Conclusion(new ScheduleView.Last(time.at(), Outcome.FAILED, message), null);
              schedules.conclude(tx, schedule.view().scheduleId(), conclusion, time.nextAt());
              return conclusion;
            });
  }

  /** Whatever else goes wrong, no time of a schedule has two runs. */
  private static JdbcIdempotencyKeys.Request request(Schedule schedule, Instant dueAt) {
    String key = "schedule/%s/%s".formatted(schedule.view().scheduleId(), dueAt);
    return new JdbcIdempotencyKeys.Request(
        schedule.client(), key, Secrets.hash(key + "\n" + Json.write(schedule.asked())));
  }
}
