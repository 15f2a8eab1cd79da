package io.mien.orchestrator.chaos;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Threads that do one thing each at the same time. */
final class SideBySide implements AutoCloseable {

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Returns when all have ended. */
  void run(List<Runnable> things) {
    List<Callable<Object>> all = things.stream().map(Executors::callable).toList();
    try {
      for (Future<Object> each : threads.invokeAll(all)) {
        each.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("One of the things that happened at once failed", e.getCause());
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
