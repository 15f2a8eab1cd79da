package io.mien.orchestrator.chaos;

import io.mien.contracts.TaskKind;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.TaskResult;
import io.mien.store.ObjectStore;
import io.mien.worker.AttemptOutputs;
import io.mien.worker.Surroundings;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import io.mien.worker.WorkerRuntime;
import io.mien.worker.WorkerSettings;
import io.mien.worker.WorkerTimings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;

/** The least that a worker of real runtime can do for a run of one task. */
final class FacesWork {

  static final int SLOTS = 2;

  private static final TaskKind KIND = TaskKind.SYNTH;
  private static final WorkerTimings TIMINGS =
      new WorkerTimings(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(3));

  private FacesWork() {}

  static WorkerRuntime worker(
      String bootstrapServers, ObjectStore store, TaskHandler handler, Surroundings surroundings) {
    return new WorkerRuntime(
        settings(bootstrapServers, "chaos", "0"), store, handler, surroundings);
  }

  static WorkerSettings settings(String bootstrapServers, String host, String version) {
    return new WorkerSettings(
        KIND,
        bootstrapServers,
        SLOTS,
        host,
        version,
        "cpu",
        Path.of(System.getProperty("java.io.tmpdir"), "mien-chaos"),
        TIMINGS);
  }

  /** Writes what the task is to leave. */
  static TaskResult upload(TaskContext context) {
    AttemptOutputs outputs = context.outputs();
    ObjectRef sheet = put(outputs, "contact-sheet.png");
    return new FacesGenerated(outputs.asSet(put(outputs, "faces.json")), 1, 1, sheet);
  }

  private static ObjectRef put(AttemptOutputs outputs, String name) {
    return outputs.put(Bucket.SYNTHESES, name, name.getBytes(StandardCharsets.UTF_8), "text/plain");
  }
}
