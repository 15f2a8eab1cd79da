package io.mien.worker.loop;

import io.mien.contracts.failure.Unavailable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that repeats a step. A step that throws, whatever it throws, is told once and tried
 * again after a pause; that it works again is told, too.
 */
public final class Loop implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);

  private final String name;
  private final Step step;
  private final Duration pause;
  private final Duration retryEvery;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private volatile boolean failing;

  /**
   * @param name of the thread
   * @param pause between rounds
   * @param retryEvery pause after a round that failed
   */
  public Loop(String name, Step step, Duration pause, Duration retryEvery) {
    this.name = name;
    this.step = step;
    this.pause = pause;
    this.retryEvery = retryEvery;
    this.thread = new Thread(this::run, name);
    this.thread.setDaemon(true);
  }

  public void start() {
    thread.start();
  }

  /** Whether the last round failed. */
  public boolean isFailing() {
    return failing;
  }

  /** Ends the loop after the round that is running, and waits for that up to a limit. */
  public void close(Duration limit) {
    stopped.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      thread.join(Math.max(1, limit.toMillis()));
      if (thread.isAlive()) {
        LOG.warn("{} is still busy {} after it was told to stop", name, limit);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    close(Duration.ofSeconds(10));
  }

  private void run() {
    try {
      Duration next = Duration.ZERO;
      while (!stopped.await(next.toNanos(), TimeUnit.NANOSECONDS)) {
        next = round() ? pause : retryEvery;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      step.close();
    }
  }

  private boolean round() throws InterruptedException {
    try {
      step.step();
    } catch (RuntimeException | Error e) {
      failed(e);
      return false;
    }
    if (failing) {
      failing = false;
      LOG.info("{} works again", name);
    }
    return true;
  }

  private void failed(Throwable e) {
    if (failing) {
      LOG.debug("{} still fails", name, e);
    } else if (e instanceof Unavailable) {
      LOG.warn("{} waits: {}", name, e.getMessage());
    } else {
      LOG.error("{} failed and goes on trying every {}", name, retryEvery, e);
    }
    failing = true;
  }
}
