package io.mien.orchestrator.lease;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Queues offers again that nobody took in time: losing every topic loses no task. As with leases,
 * only what the event reader has caught up with is judged: the start may have been reported and not
 * been read yet. The time of an offer that could not be sent yet has not begun.
 */
public final class OfferExpiry implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(OfferExpiry.class);
  private static final int BATCH = 200;

  private final Database database;
  private final JdbcTaskTransitions transitions;
  private final RunProgress progress;
  private final EventHorizon horizon;
  private final JdbcUnsentOffers unsent = new JdbcUnsentOffers();
  private final Duration offerTimeout;

  /**
   * @param offerTimeout how long an offer waits for a worker
   */
  public OfferExpiry(
      Database database,
      JdbcTaskTransitions transitions,
      RunProgress progress,
      EventHorizon horizon,
      Duration offerTimeout) {
    this.database = database;
    this.transitions = transitions;
    this.progress = progress;
    this.horizon = horizon;
    this.offerTimeout = offerTimeout;
  }

  @Override
  public Progress step() {
    database.run(tx -> unsent.giveTime(tx, offerTimeout));
    Optional<Instant> caughtUp = horizon.caughtUpTo();
    if (caughtUp.isEmpty()) {
      return Progress.DONE;
    }
    List<Task> expired = expire(caughtUp.get());
    for (Task task : expired) {
      LOG.warn("Nobody took attempt {} of task {}.", task.view().attempt(), task.id());
    }
    return expired.size() == BATCH ? Progress.MORE : Progress.DONE;
  }

  private List<Task> expire(Instant before) {
    return database.transact(
        tx -> {
          List<Task> tasks = transitions.expireOffers(tx, before, BATCH);
          tasks.forEach(task -> progress.taskMoved(tx, task));
          return tasks;
        });
  }
}
