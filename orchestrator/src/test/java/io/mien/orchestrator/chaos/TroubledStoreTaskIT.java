package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.result.TaskResult;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TroubledRelay;
import io.mien.worker.AttemptOutputs;
import io.mien.worker.Surroundings;
import io.mien.worker.TaskContext;
import io.mien.worker.TaskHandler;
import io.mien.worker.WorkerRuntime;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store answers 503, is slow and cuts connections, under a task of a real worker. */
class TroubledStoreTaskIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final String SHEET = "contact-sheet.png";

  private final byte[] content = content();
  private SystemUnderTest system;
  private ObjectRef input;
  private TroubledRelay relay;
  private MinioObjectStore troubled;
  private WorkerRuntime worker;

  @BeforeEach
  void start() throws Exception {
    system =
        SystemUnderTest.started(
            Map.of(
                "mien.orchestrator.first-backoff", "0.01S",
                "mien.orchestrator.longest-backoff", "0.05S"));
    input = system.store().put(Bucket.MODELS, "uploads/x/input", content, "text/plain");
    Map<String, String> settings = system.settings();
    relay = new TroubledRelay(URI.create(setting(settings, "endpoint")).getPort());
    troubled =
        new MinioObjectStore(
            new ObjectStoreConfig(
                URI.create("http://127.0.0.1:" + relay.port()),
                setting(settings, "access-key"),
                setting(settings, "secret-key"),
                setting(settings, "namespace")));
  }

  @AfterEach
  void stop() throws Exception {
    worker.stop();
    troubled.close();
    relay.close();
    system.close();
  }

  @Test
  void fewTroublesCostNoAttempt() {
    worker(
        context -> {
          relay.breakConnections();
          relay.refuse();
          relay.cutResponse(100_000);
          byte[] read = read(context);
          relay.breakConnections();
          relay.cutRequest(100_000);
          relay.refuse();
          relay.slow(Duration.ofMillis(20));
          return write(context, read);
        });

    TaskView task = system.awaitTask(system.start(), TaskState.SUCCEEDED);

    assertThat(relay.isSpent()).isTrue();
    assertThat(task.attempt()).isEqualTo(1);
    assertThat(task.failures() + task.interruptions()).isZero();
    assertThat(system.store().read(sheet(task))).isEqualTo(content);
  }

  @Test
  void troublesThatLastInterruptTheTaskAndLeaveNothingHalf() {
    worker(
        context -> {
          byte[] read = read(context);
          if (context.task().attempt() == 1) {
            relay.breakConnections();
            for (int i = 0; i < 4; i++) {
              relay.cutRequest(100_000);
              relay.refuse();
              relay.refuse();
            }
          }
          return write(context, read);
        });

    RunId run = system.start();
    TaskView task = system.awaitTask(run, TaskState.SUCCEEDED);

    assertThat(task.failures()).isZero();
    assertThat(task.interruptions()).isPositive().isEqualTo(task.attempt() - 1);
    ObjectStore direct = system.store();
    assertThat(direct.list(Bucket.SYNTHESES, prefix(task, 1), "", 10)).isEmpty();
    assertThat(sheet(task).key()).isEqualTo(prefix(task, task.attempt()) + SHEET);
    assertThat(direct.read(sheet(task))).isEqualTo(content);
    assertThat(new ToldHistory(system.events()).violations()).isEmpty();
  }

  private void worker(TaskHandler handler) {
    worker =
        FacesWork.worker(system.bootstrapServers(), troubled, handler, Surroundings.ofTheMachine());
    worker.start();
    await().atMost(PATIENCE).until(worker::isReady);
  }

  private byte[] read(TaskContext context) throws Exception {
    Path file = context.workDirectory().resolve("input");
    troubled.download(input, file);
    return Files.readAllBytes(file);
  }

  private static TaskResult write(TaskContext context, byte[] sheet) {
    AttemptOutputs outputs = context.outputs();
    ObjectRef picture = outputs.put(Bucket.SYNTHESES, SHEET, sheet, "image/png");
    ObjectRef list =
        outputs.put(Bucket.SYNTHESES, "faces.json", new byte[] {'[', ']'}, "text/json");
    return new FacesGenerated(outputs.asSet(list), 1, 1, picture);
  }

  private String prefix(TaskView task, int attempt) {
    return ObjectKeys.attempt(task.taskId(), attempt, worker.id());
  }

  private static ObjectRef sheet(TaskView task) {
    return ((FacesGenerated) Objects.requireNonNull(task.result())).contactSheet();
  }

  private static String setting(Map<String, String> settings, String name) {
    return Objects.requireNonNull(settings.get("mien.store." + name));
  }

  private static byte[] content() {
    byte[] content = new byte[400_000];
    new Random(5).nextBytes(content);
    return content;
  }
}
