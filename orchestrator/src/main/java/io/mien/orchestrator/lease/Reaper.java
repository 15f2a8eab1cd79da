package io.mien.orchestrator.lease;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.RetryPolicy;
import io.mien.orchestrator.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes back what nobody is heard of any more. Safe in every replica at once.
 *
 * <p>A lease is judged only up to the moment that the event reader has caught up with, so that an
 * outage of ours or of Kafka never declares living workers dead.
 */
public final class Reaper implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(Reaper.class);
  private static final int BATCH = 200;

  private final Database database;
  private final JdbcTaskTransitions transitions;
  private final RunProgress progress;
  private final EventHorizon horizon;
  private final int interruptionBudget;
  private final int crashBudget;

  public Reaper(
      Database database,
      JdbcTaskTransitions transitions,
      RunProgress progress,
      EventHorizon horizon,
      RetryPolicy.Budgets budgets) {
    this.database = database;
    this.transitions = transitions;
    this.progress = progress;
    this.horizon = horizon;
    this.interruptionBudget = budgets.interruptions();
    this.crashBudget = budgets.crashes();
  }

  @Override
  public Progress step() {
    Optional<Instant> caughtUp = horizon.caughtUpTo();
    if (caughtUp.isEmpty()) {
      return Progress.DONE;
    }
    List<Task> expired = expire(caughtUp.get());
    for (Task task : expired) {
      LOG.warn(
          "The lease of task {} ran out in attempt {}; it is {} now.",
          task.id(),
          task.view().attempt(),
          task.state());
    }
    return expired.size() == BATCH ? Progress.MORE : Progress.DONE;
  }

  private List<Task> expire(Instant before) {
    return database.transact(
        tx -> {
          List<Task> tasks =
              transitions.expireLeases(tx, before, interruptionBudget, crashBudget, BATCH);
          tasks.forEach(task -> progress.taskMoved(tx, task));
          return tasks;
        });
  }
}
