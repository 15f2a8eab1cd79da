package io.mien.orchestrator.worker;

import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;

/** Takes in what workers say of themselves. */
public final class WorkerEventHandler {

  static final String CHANGED = "worker.changed";

  private static final String ALIVE = "ALIVE";

  private final JdbcWorkerRepository workers;
  private final JdbcHistory history;
  private final Runnable slotsChanged;

  /**
   * @param slotsChanged called after each commit that may have freed a slot
   */
  public WorkerEventHandler(
      JdbcWorkerRepository workers, JdbcHistory history, Runnable slotsChanged) {
    this.workers = workers;
    this.history = history;
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
              if (wasAlive) {
                history.announce(tx, new HistoryEntry(CHANGED, null, null, worker));
              } else {
                store(tx, worker);
                tx.afterCommit(slotsChanged);
              }
            });
  }

  private void store(Transaction tx, WorkerView worker) {
    history.append(tx, new HistoryEntry(CHANGED, null, null, worker));
  }
}
