package io.mien.worker.attempt;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * How many attempts may run at once; none may begin while the intake is shut. Thread-safe; only one
 * thread may take slots.
 */
public final class Slots {

  private final int size;
  private final Intake intake;
  private final Semaphore free;

  public Slots(int size, Intake intake) {
    this.size = size;
    this.intake = intake;
    this.free = new Semaphore(size);
  }

  public int size() {
    return size;
  }

  /** Takes a free slot, waiting for one up to the limit. */
  public boolean take(Duration limit) throws InterruptedException {
    return intake.awaitOpen(limit) && free.tryAcquire(limit.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Whether an attempt may begin in a slot that was taken. */
  public boolean isOpen() {
    return intake.isOpen();
  }

  public void release() {
    free.release();
  }
}
