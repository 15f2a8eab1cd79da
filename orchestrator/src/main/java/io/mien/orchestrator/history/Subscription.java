package io.mien.orchestrator.history;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One who watches. Events arrive in order; who reads too slowly is cut off, and may come back and
 * replay.
 */
public final class Subscription implements AutoCloseable {

  private static final int MOST_WAITING = 20_000;

  private final BlockingQueue<FeedEvent> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
  private final Consumer<Subscription> unsubscribe;
  private volatile boolean open = true;

  Subscription(Consumer<Subscription> unsubscribe) {
    this.unsubscribe = unsubscribe;
  }

  /** The next event, or empty when there is none for so long. */
  public Optional<FeedEvent> next(Duration atMost) throws InterruptedException {
    return Optional.ofNullable(waiting.poll(atMost.toNanos(), TimeUnit.NANOSECONDS));
  }

  public boolean isOpen() {
    return open;
  }

  @Override
  public void close() {
    open = false;
    unsubscribe.accept(this);
  }

  void deliver(FeedEvent event) {
    if (!waiting.offer(event)) {
      close();
    }
  }
}
