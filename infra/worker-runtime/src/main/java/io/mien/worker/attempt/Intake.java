package io.mien.worker.attempt;

import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.id.WorkerId;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether this worker takes offers; the orchestrator may shut it and open it again. Thread-safe.
 */
public final class Intake {

  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final WorkerId worker;
  private boolean open = true;

  public Intake(WorkerId worker) {
    this.worker = worker;
  }

  public synchronized boolean isOpen() {
    return open;
  }

  /** Returns true when offers may be taken, false when they still may not after the limit. */
  public synchronized boolean awaitOpen(Duration limit) throws InterruptedException {
    if (!open && !limit.isZero()) {
      wait(limit.toMillis());
    }
    return open;
  }

  /** Does what an order says, if it is to this worker. */
  public synchronized void obey(WorkerControl order) {
    if (!order.worker().equals(worker)) {
      return;
    }
    boolean wanted = !(order instanceof DrainWorker);
    if (wanted != open) {
      LOG.info("{} takes {} offers", worker, wanted ? "more" : "no more");
    }
    open = wanted;
    notifyAll();
  }
}
