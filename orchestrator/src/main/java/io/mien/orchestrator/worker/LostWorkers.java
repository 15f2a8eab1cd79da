package io.mien.orchestrator.worker;

import io.mien.contracts.rest.WorkerView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.lease.EventHorizon;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices workers that have fallen silent, so that nothing more is offered for their slots; forgets
 * them after a week, and those that stopped in good order after an hour.
 */
public final class LostWorkers implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(LostWorkers.class);
  private static final Duration STOPPED_REMEMBERED = Duration.ofHours(1);
  private static final Duration LOST_REMEMBERED = Duration.ofDays(7);

  private final Database database;
  private final JdbcWorkerRepository workers;
  private final JdbcHistory history;
  private final EventHorizon horizon;
  private final Duration silence;

  public LostWorkers(
      Database database,
      JdbcWorkerRepository workers,
      JdbcHistory history,
      EventHorizon horizon,
      Duration silence) {
    this.database = database;
    this.workers = workers;
    this.history = history;
    this.horizon = horizon;
    this.silence = silence;
  }

  @Override
  public Progress step() {
    Optional<Instant> caughtUp = horizon.caughtUpTo();
    caughtUp.ifPresent(
        moment ->
            lose(moment)
                .forEach(
                    worker ->
                        LOG.warn(
                            "Nothing heard of {} since {}.",
                            worker.heartbeat().workerId(),
                            worker.lastSeenAt())));
    return Progress.DONE;
  }

  private List<WorkerView> lose(Instant moment) {
    return database.transact(
        tx -> {
          List<WorkerView> lost = workers.lose(tx, moment, silence);
          lost.forEach(
              worker ->
                  history.append(
                      tx, new HistoryEntry(WorkerEventHandler.CHANGED, null, null, worker)));
          workers.forget(tx, STOPPED_REMEMBERED, LOST_REMEMBERED);
          return lost;
        });
  }
}
