package io.mien.worker.attempt;

import io.mien.contracts.event.TaskError.Category;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads on which handlers run, one for each slot. */
public final class SlotThreads {

  private final Slots slots;
  private final Attempts attempts;
  private final AttemptRunner runner;
  private final StoreWatch watch;
  private final ExecutorService threads;

  public SlotThreads(Slots slots, Attempts attempts, AttemptRunner runner, StoreWatch watch) {
    this.slots = slots;
    this.attempts = attempts;
    this.runner = runner;
    this.watch = watch;
    AtomicInteger number = new AtomicInteger();
    this.threads =
        Executors.newFixedThreadPool(
            slots.size(),
            work -> {
              Thread thread = new Thread(work, "mien-slot-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
  }

  /** Runs an attempt that has a slot; the slot is free again when its end is reported. */
  public void start(Attempt attempt) {
    threads.execute(
        () -> {
          try {
            runner.run(attempt).filter(SlotThreads::isOutage).ifPresent(end -> watch.doubt());
          } finally {
            attempts.finished(attempt);
            slots.release();
          }
        });
  }

  private static boolean isOutage(TaskEvent end) {
    return end instanceof TaskFailed failed && failed.error().category() == Category.UNAVAILABLE;
  }

  /** Waits for running attempts up to the limit; none may be started any more. */
  public void awaitEnd(Duration limit) {
    threads.shutdown();
    try {
      // Whether time is up shows in what is still active
      boolean unused = threads.awaitTermination(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Interrupts the attempts that are still running, and reports them as interrupted. */
  public void abandonRest() {
    attempts.active().forEach(runner::abandon);
    threads.shutdownNow();
  }
}
