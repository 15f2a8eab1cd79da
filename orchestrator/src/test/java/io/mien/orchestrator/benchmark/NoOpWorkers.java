package io.mien.orchestrator.benchmark;

import io.mien.contracts.id.RunId;
import io.mien.store.ObjectStore;
import io.mien.worker.WorkerRuntime;
import io.mien.worker.WorkerSettings;
import io.mien.worker.WorkerTimings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Real workers whose handler does nothing but look at the time. */
final class NoOpWorkers implements AutoCloseable {

  private final List<WorkerRuntime> workers = new ArrayList<>();
  private final Map<RunId, Long> begun = new ConcurrentHashMap<>();

  NoOpWorkers(String bootstrapServers, ObjectStore store, int number, int slots)
      throws IOException {
    for (int i = 0; i < number; i++) {
      WorkerSettings settings =
          new WorkerSettings(
              BenchmarkTasks.KIND,
              bootstrapServers,
              slots,
              "benchmark",
              "0",
              "cpu",
              Files.createTempDirectory("mien-benchmark"),
              WorkerTimings.DEFAULT);
      WorkerRuntime worker =
          new WorkerRuntime(
              settings,
              store,
              context -> {
                begun.put(context.task().runId(), System.nanoTime());
                return BenchmarkTasks.RESULT;
              });
      workers.add(worker);
      worker.start();
    }
  }

  boolean areReady() {
    return workers.stream().allMatch(WorkerRuntime::isReady);
  }

  /** When the handler was called for each run, by the clock of this process. */
  Map<RunId, Long> begun() {
    return begun;
  }

  @Override
  public void close() {
    workers.forEach(WorkerRuntime::stop);
  }
}
