package io.mien.networks.training;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Numbered values, made on one thread of its own: while the caller uses value n, value n + 1 is
 * made. Another number than the expected one costs waiting, nothing else, for a value depends on
 * its number alone. Two memories take turns, so a value is valid until the next is asked for.
 *
 * @param <M> what a value is made in
 */
final class Prefetch<M, T> implements AutoCloseable {
  /** Makes a value; always called by the same thread. */
  interface Maker<M, T> {
    T make(long number, M memory);
  }

  private record Ahead<M, T>(long number, M memory, CompletableFuture<T> value) {}

  private final Maker<M, T> maker;
  private final ExecutorService thread;
  private M idle;
  private Ahead<M, T> ahead;

  /**
   * @param memories called twice
   */
  Prefetch(Maker<M, T> maker, Supplier<M> memories) {
    this.maker = maker;
    thread =
        Executors.newSingleThreadExecutor(
            task -> {
              Thread daemon = new Thread(task, "prefetch");
              daemon.setDaemon(true);
              return daemon;
            });
    idle = memories.get();
    ahead = new Ahead<>(-1, memories.get(), new CompletableFuture<>());
  }

  T get(long number) {
    Ahead<M, T> wanted = ahead.number() == number ? ahead : begin(number, ahead.memory());
    T value = joined(wanted.value());
    M used = wanted.memory();
    ahead = begin(number + 1, idle);
    idle = used;
    return value;
  }

  private Ahead<M, T> begin(long number, M memory) {
    return new Ahead<>(
        number, memory, CompletableFuture.supplyAsync(() -> maker.make(number, memory), thread));
  }

  private static <T> T joined(CompletableFuture<T> value) {
    try {
      return value.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  /** Ends the thread; what it makes at the moment is thrown away. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
