package io.mien.orchestrator.chaos;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Two threads that do one thing each at the same time. */
final class SideBySide implements AutoCloseable {

  private final ExecutorService threads = Executors.newFixedThreadPool(2);

  /** Returns when both have ended. */
  void run(Runnable one, Runnable other) {
    List<Callable<Object>> both = List.of(Executors.callable(one), Executors.callable(other));
    try {
      for (Future<Object> each : threads.invokeAll(both)) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("One of two things that happened at once failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("Interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
