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
 * Does what takes its time, as encoding and talking to the store, on other threads while the caller
 * goes on; holds a bounded number of pieces in memory. Used by one thread.
 *
 * @param <T> what comes of a piece
 */
final class SideThreads<T> implements AutoCloseable {

  private final ExecutorService threads;
  private final int mostPending;
  private final Deque<Future<T>> pending = new ArrayDeque<>();
  private final List<T> done = new ArrayList<>();

  /** For images of the generator's own size; a task is one of several at once. */
  SideThreads() {
    this(4, 64);
  }

  /**
   * @param atOnce how many are done at a time
   * @param mostPending how many may be held in memory
   */
  SideThreads(int atOnce, int mostPending) {
    this.threads = Executors.newFixedThreadPool(atOnce);
    this.mostPending = mostPending;
  }

  /** Queues one piece; waits while too many are pending. */
  void add(Callable<T> piece) {
    pending.addLast(threads.submit(piece));
    while (pending.size() > mostPending) {
      done.add(result(pending.removeFirst()));
    }
  }

  /** Waits for every piece; what came of them, in the order in which they were added. */
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

  private T result(Future<T> piece) {
    try {
      return piece.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("Encode, store or look up images", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable(
          "interrupted", "Interrupted while images were encoded, stored or looked up.", e);
    }
  }
}
