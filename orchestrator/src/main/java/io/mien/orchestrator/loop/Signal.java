package io.mien.orchestrator.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Says that there is something to do; exists before the loop that waits for it. Thread-safe. */
public final class Signal implements Runnable {

  private final Semaphore raised = new Semaphore(0);

  /** Raises the signal. */
  @Override
  public void run() {
    raised.release();
  }

  /** Returns when the signal is raised, and lowers it, or when the time is over. */
  void await(Duration atMost) throws InterruptedException {
    if (raised.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
      raised.drainPermits();
    }
  }
}
