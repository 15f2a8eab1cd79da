package io.mien.orchestrator.dispatch;

import io.mien.contracts.TaskKind;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.queue.FairShare;
import io.mien.orchestrator.queue.JdbcCandidates;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.queue.KindSlots;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Lane;
import io.mien.orchestrator.task.Task;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

/**
 * Offers queued tasks, never more than living workers have free slots: Kafka knows no priorities,
 * so whatever waits, waits in PostgreSQL. The new attempt and its message are one transaction.
 *
 * <p>Some slots are kept for those who wait for an answer, where there are enough. A training,
 * which holds its slot for hours and can go on elsewhere, makes room for what is urgent.
 */
public final class Dispatcher implements Step {

  private final Database database;
  private final JdbcQueues queues;
  private final JdbcCandidates candidates;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunProgress progress;
  private final OfferTerms terms;
  private final Clock clock;

  public Dispatcher(Database database, Collaborators with, OfferTerms terms, Clock clock) {
    this.database = database;
    this.queues = with.queues();
    this.candidates = with.candidates();
    this.transitions = with.transitions();
    this.outbox = with.outbox();
    this.progress = with.progress();
    this.terms = terms;
    this.clock = clock;
  }

  /** What dispatching reads and writes. */
  public record Collaborators(
      JdbcQueues queues,
      JdbcCandidates candidates,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress) {}

  @Override
  public Progress step() {
    for (TaskKind kind : database.transact(queues::waiting)) {
      database.run(tx -> queues.lockSlots(tx, kind).ifPresent(slots -> share(tx, kind, slots)));
    }
    return Progress.DONE;
  }

  private void share(Transaction tx, TaskKind kind, KindSlots slots) {
    boolean canMakeRoom = kind == TaskKind.TRAIN && slots.all() > 0;
    if (slots.free() == 0 && !canMakeRoom) {
      return;
    }
    FairShare waiting = candidates.read(tx, kind, canMakeRoom ? slots.all() : slots.free());
    offer(tx, chosen(kind, slots, waiting));
    if (canMakeRoom) {
      makeRoom(tx, kind, waiting.take(slots.all(), Lane.URGENT).size());
    }
  }

  private List<TaskId> chosen(TaskKind kind, KindSlots slots, FairShare waiting) {
    List<TaskId> chosen = new ArrayList<>(waiting.take(slots.free(), Lane.ON_DEMAND));
    int kept = KindSlots.kept(kind, terms.onDemandSlots());
    chosen.addAll(waiting.take(slots.forOthers(kept, chosen.size()), Lane.BATCH));
    return chosen;
  }

  private void offer(Transaction tx, List<TaskId> chosen) {
    if (chosen.isEmpty()) {
      return;
    }
    for (Task task : transitions.offer(tx, chosen, terms.offerTimeout())) {
      outbox.offer(tx, message(task));
      progress.taskMoved(tx, task);
    }
  }

  private void makeRoom(Transaction tx, TaskKind kind, int wanted) {
    if (wanted == 0) {
      return;
    }
    for (Task task : transitions.makeRoom(tx, kind, Lane.URGENT, wanted)) {
      outbox.control(
          tx,
          new YieldTask(task.id(), task.view().attempt(), "A more urgent task needs its slot."));
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
        task.resumeFrom(),
        task.client());
  }
}
