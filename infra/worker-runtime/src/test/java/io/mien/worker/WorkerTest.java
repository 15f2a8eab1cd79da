package io.mien.worker;

import io.mien.contracts.TaskKind;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Workers on real Kafka and a real object store. */
abstract class WorkerTest {

  private static final WorkerTimings TIMINGS =
      new WorkerTimings(
          Duration.ofSeconds(1),
          Duration.ofMillis(500),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofSeconds(3));

  @TempDir Path workDirectory;

  protected Conductor conductor;
  protected MinioObjectStore store;
  private final List<WorkerRuntime> workers = new ArrayList<>();

  @BeforeEach
  void connect() {
    conductor = new Conductor();
    TestObjectStore server = TestServers.objectStore();
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                server.endpoint(),
                server.accessKey(),
                server.secretKey(),
                server.freshNamespace()));
  }

  @AfterEach
  void disconnect() {
    workers.forEach(WorkerRuntime::stop);
    conductor.close();
    store.close();
  }

  /** A worker with one slot. */
  protected WorkerRuntime start(TaskHandler handler) {
    return start(1, handler);
  }

  protected WorkerRuntime start(int slots, TaskHandler handler) {
    return start(slots, store, handler);
  }

  protected WorkerRuntime start(int slots, ObjectStore store, TaskHandler handler) {
    WorkerSettings settings =
        new WorkerSettings(
            TaskKind.INGEST,
            TestServers.kafka().bootstrapServers(),
            slots,
            "test-host",
            "0",
            "cpu",
            workDirectory,
            TIMINGS);
    WorkerRuntime worker = new WorkerRuntime(settings, store, handler);
    workers.add(worker);
    worker.start();
    return worker;
  }

  /** A handler that works until it is told to stop. */
  protected static TaskResult untilStopped(TaskContext context) {
    while (true) {
      context.throwIfStopping();
      Thread.onSpinWait();
    }
  }

  protected static String key(RunTask task, WorkerRuntime worker, String name) {
    return ObjectKeys.attempt(task.taskId(), task.attempt(), worker.id()) + name;
  }
}
