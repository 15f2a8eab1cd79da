package io.mien.synth;

import io.mien.contracts.failure.Unavailable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Encodes and uploads images on other threads while the next batch is generated; holds a bounded
 * number of them in memory. Used by one thread.
 *
 * @param <T> what is known of an image once it is uploaded
 */
final class Uploads<T> implements AutoCloseable {

  private final ExecutorService threads;
  private final int mostPending;
  private final Deque<Future<T>> pending = new ArrayDeque<>();
  private final List<T> done = new ArrayList<>();

  /** For images of the generator's own size; a task is one of several at once. */
  Uploads() {
    this(4, 64);
  }

  /**
   * @param atOnce how many are encoded at a time
   * @param mostPending how many may be held in memory
   */
  Uploads(int atOnce, int mostPending) {
    this.threads = Executors.newFixedThreadPool(atOnce);
    this.mostPending = mostPending;
  }

  /** Queues one image; waits while too many are pending. */
  void add(Callable<T> upload) {
    pending.addLast(threads.submit(upload));
    while (pending.size() > mostPending) {
      done.add(result(pending.removeFirst()));
    }
  }

  /** Waits for every upload; the results in the order in which the images were added. */
  List<T> finish() {
    while (!pending.isEmpty()) {
      done.add(result(pending.removeFirst()));
    }
    return List.copyOf(done);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }

  private T result(Future<T> upload) {
    try {
      return upload.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("Upload a generated image", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while generated images were uploaded.", e);
    }
  }
}
