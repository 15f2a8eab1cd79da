package io.mien.orchestrator.dispatch;

import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Task;
import java.time.Clock;

/**
 * Offers queued tasks, never more than living workers have free slots: Kafka knows no priorities,
 * so whatever waits, waits in PostgreSQL. The new attempt and its message are one transaction.
 */
public final class Dispatcher implements Step {

  private final Database database;
  private final JdbcQueues queues;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunProgress progress;
  private final OfferTerms terms;
  private final Clock clock;

  public Dispatcher(Database database, Collaborators with, OfferTerms terms, Clock clock) {
    this.database = database;
    this.queues = with.queues();
    this.transitions = with.transitions();
    this.outbox = with.outbox();
    this.progress = with.progress();
    this.terms = terms;
    this.clock = clock;
  }

  /** What dispatching reads and writes. */
  public record Collaborators(
      JdbcQueues queues,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress) {}

  @Override
  public Progress step() {
    for (TaskKind kind : TaskKind.values()) {
      database.run(tx -> offer(tx, kind));
    }
    return Progress.DONE;
  }

  private void offer(Transaction tx, TaskKind kind) {
    int free = queues.lockFreeSlots(tx, kind);
    if (free == 0) {
      return;
    }
    for (Task task : transitions.offer(tx, kind, free, terms.offerTimeout())) {
      outbox.offer(tx, message(task));
      progress.taskMoved(tx, task);
    }
  }

  private RunTask message(Task task) {
    TaskView view = task.view();
    return new RunTask(
        view.taskId(),
        view.runId(),
        view.step(),
        view.kind(),
        view.attempt(),
        task.spec(),
        terms.lease(),
        terms.heartbeatEvery(),
        clock.instant(),
        task.resumeFrom());
  }
}
