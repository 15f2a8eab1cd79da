package io.mien.worker.attempt;

import io.mien.contracts.event.TaskEvent;
import java.util.concurrent.CompletableFuture;

/** Where attempts report. Keeps the order of one task's events. Thread-safe. */
public interface EventSink {

  /**
   * Returns once the event is kept.
   *
   * @throws io.mien.contracts.failure.Unavailable when that did not happen within some seconds
   * @throws io.mien.contracts.failure.ResourceExhausted when the event is too large to be kept
   */
  void publish(TaskEvent event);

  /** Hands the event over; completes once it is kept, or exceptionally when it was given up. */
  CompletableFuture<Void> send(TaskEvent event);
}
