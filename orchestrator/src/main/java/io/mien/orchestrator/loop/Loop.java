package io.mien.orchestrator.loop;

import io.mien.contracts.failure.Unavailable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that calls a step at an interval, and sooner when signalled. What a step throws is
 * logged and the step is called again after a pause that grows with each failure in a row.
 */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final int MOST_DOUBLINGS = 4;
  private static final Duration LONGEST_STEP_AT_CLOSE = Duration.ofSeconds(15);

  private final Step step;
  private final Duration every;
  private final Thread thread;
  private final Signal signal;
  private volatile boolean open = true;
  private int failures;

  public Loop(String name, Duration every, Signal signal, Step step) {
    this.step = step;
    this.signal = signal;
    this.every = every;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  public Loop start() {
    thread.start();
    return this;
  }

  /** Lets a running round end, and waits for it. */
  @Override
  public void close() {
    open = false;
    signal.run();
    try {
      thread.join(LONGEST_STEP_AT_CLOSE.toMillis());
      if (thread.isAlive()) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    while (open) {
      Duration pause = round();
      try {
        if (!pause.isZero()) {
          signal.await(pause);
        }
      } catch (InterruptedException e) {
        open = false;
      }
    }
  }

  private Duration round() {
    try {
      Step.Progress progress = step.step();
      if (failures > 0) {
        LOG.info("{} works again after {} failed rounds.", thread.getName(), failures);
        failures = 0;
      }
      return progress == Step.Progress.MORE ? Duration.ZERO : every;
    } catch (RuntimeException | Error e) {
      // An error too: the thread of a loop that ended in silence would be missed only by its
      // backlog
      return afterFailure(e);
    }
  }

  private Duration afterFailure(Throwable e) {
    failures++;
    if (!open) {
      LOG.debug("{} failed while closing", thread.getName(), e);
    } else if (!(e instanceof Unavailable)) {
      LOG.error("{} failed; it is tried again.", thread.getName(), e);
    } else if (failures == 1) {
      LOG.warn("{} waits: {}", thread.getName(), e.getMessage());
    }
    return FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, MOST_DOUBLINGS));
  }
}
