package io.mien.worker.attempt;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** How many attempts may run at once. Thread-safe; only one thread may take slots. */
public final class Slots {

  private final int size;
  private final Semaphore free;

  public Slots(int size) {
    this.size = size;
    this.free = new Semaphore(size);
  }

  public int size() {
    return size;
  }

  /** Takes a free slot, waiting for one up to the limit. */
  public boolean take(Duration limit) throws InterruptedException {
    return free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  public void release() {
    free.release();
  }
}
