package io.mien.orchestrator.worker;

import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.outbox.JdbcOutbox;

/** Takes in what workers say of themselves. */
public final class WorkerEventHandler {

  static final String CHANGED = "worker.changed";

  private static final String ALIVE = "ALIVE";

  private final JdbcWorkerRepository workers;
  private final JdbcHistory history;
  private final JdbcOutbox outbox;
  private final Runnable slotsChanged;

  /**
   * @param slotsChanged called after each commit that may have freed a slot
   */
  public WorkerEventHandler(
      JdbcWorkerRepository workers, JdbcHistory history, JdbcOutbox outbox, Runnable slotsChanged) {
    this.workers = workers;
    this.history = history;
    this.outbox = outbox;
    this.slotsChanged = slotsChanged;
  }

  public void handle(Transaction tx, WorkerEvent event) {
    if (event instanceof WorkerHeartbeat heartbeat) {
      seen(tx, heartbeat);
    } else if (event instanceof WorkerStopped stopped) {
      workers.stopped(tx, stopped).ifPresent(worker -> store(tx, worker));
    }
  }

  private void seen(Transaction tx, WorkerHeartbeat heartbeat) {
    boolean wasAlive = workers.lockState(tx, heartbeat).filter(ALIVE::equals).isPresent();
    workers
        .seen(tx, heartbeat)
        .ifPresent(
            worker -> {
              steer(tx, worker);
              if (wasAlive) {
                history.announce(tx, new HistoryEntry(CHANGED, null, null, worker));
              } else {
                store(tx, worker);
                tx.afterCommit(slotsChanged);
              }
            });
  }

  /** An order can get lost: it is given until the worker says that it does as it should. */
  private void steer(Transaction tx, WorkerView worker) {
    boolean wanted = worker.drainedAt() != null;
    if (wanted != worker.heartbeat().draining()) {
      outbox.control(tx, WorkerDrain.order(worker));
    }
  }

  private void store(Transaction tx, WorkerView worker) {
    history.append(tx, new HistoryEntry(CHANGED, null, null, worker));
  }
}
