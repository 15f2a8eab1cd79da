package io.mien.orchestrator.worker;

import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.WorkerView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.outbox.JdbcOutbox;
import java.util.Objects;
import java.util.Optional;

/**
 * Keeps offers from single workers, before their machine is taken away: what they run goes on to
 * its end. A restarted process is another worker, which is not drained.
 */
public final class WorkerDrain {

  private final JdbcWorkerRepository workers;
  private final JdbcHistory history;
  private final JdbcOutbox outbox;
  private final Runnable slotsChanged;

  /**
   * @param slotsChanged called after each commit that may have freed a slot
   */
  public WorkerDrain(
      JdbcWorkerRepository workers, JdbcHistory history, JdbcOutbox outbox, Runnable slotsChanged) {
    this.workers = workers;
    this.history = history;
    this.outbox = outbox;
    this.slotsChanged = slotsChanged;
  }

  /** Empty when there is no such worker, or it has stopped. */
  public Optional<WorkerView> drain(Transaction tx, WorkerId worker, String reason) {
    return told(tx, workers.drain(tx, worker, reason));
  }

  /** Empty when there is no such worker, or it has stopped. */
  public Optional<WorkerView> resume(Transaction tx, WorkerId worker) {
    tx.afterCommit(slotsChanged);
    return told(tx, workers.resume(tx, worker));
  }

  private Optional<WorkerView> told(Transaction tx, Optional<WorkerView> changed) {
    changed.ifPresent(
        worker -> {
          outbox.control(tx, order(worker));
          history.append(tx, new HistoryEntry(WorkerEventHandler.CHANGED, null, null, worker));
        });
    return changed;
  }

  /** What the worker has to be told to be as it should. */
  static WorkerControl order(WorkerView worker) {
    WorkerId id = worker.heartbeat().workerId();
    return worker.drainedAt() == null
        ? new ResumeWorker(id)
        : new DrainWorker(id, Objects.requireNonNullElse(worker.drainReason(), ""));
  }
}
