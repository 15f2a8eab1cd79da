package io.mien.orchestrator.chaos;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonAppend;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.json.WireJson;
import io.mien.store.minio.MinioObjectStore;
import io.mien.worker.TaskContext;
import io.mien.worker.WorkerRuntime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * A worker of an earlier or a later version in a process of its own, since the version decides what
 * its messages look like. Its tasks end once a file is there; it stops in good order when it is
 * told to.
 */
final class VersionProcess implements AutoCloseable {

  /** What the samples of a later version say that those of an earlier one do not. */
  static final List<String> COLUMNS = List.of("face");

  private static final String FIELD = "ofALaterVersion";

  private final JavaProcess process;

  private VersionProcess(JavaProcess process) {
    this.process = process;
  }

  /** Which code it runs; the name is also that of its host and that of its code. */
  enum Version {
    EARLIER,
    LATER
  }

  static VersionProcess start(Map<String, String> settings, Version version, Path go)
      throws IOException {
    return new VersionProcess(
        JavaProcess.start(
            VersionProcess.class,
            settings.get("mien.kafka.bootstrap-servers"),
            settings.get("mien.store.endpoint"),
            settings.get("mien.store.access-key"),
            settings.get("mien.store.secret-key"),
            settings.get("mien.store.namespace"),
            version.name(),
            go.toString()));
  }

  /** Has it hand back what it does and say goodbye. */
  void stop() throws IOException, InterruptedException {
    process.signal("TERM");
    process.awaitExit();
  }

  @Override
  public void close() {
    process.close();
  }

  public static void main(String[] arguments) throws Exception {
    Version version = Version.valueOf(arguments[5]);
    switch (version) {
      case EARLIER -> writeLess();
      case LATER -> writeMore();
    }
    ObjectStoreConfig store =
        new ObjectStoreConfig(URI.create(arguments[1]), arguments[2], arguments[3], arguments[4]);
    Path go = Path.of(arguments[6]);
    WorkerRuntime worker =
        new WorkerRuntime(
            FacesWork.settings(arguments[0], version.name(), version.name()),
            new MinioObjectStore(store),
            context -> work(context, go));
    Runtime.getRuntime().addShutdownHook(new Thread(worker::stop));
    worker.start();
    while (System.in.read() >= 0) {
      // Lives as long as the test does
    }
    Runtime.getRuntime().halt(0);
  }

  private static TaskResult work(TaskContext context, Path go) {
    ObjectRef sample =
        context.outputs().put(Bucket.SYNTHESES, "sample.png", new byte[] {1}, "image/png");
    context.sampled(1, sample, COLUMNS);
    while (!Files.exists(go)) {
      context.throwIfStopping();
      LockSupport.parkNanos(20_000_000);
    }
    return FacesWork.upload(context);
  }

  private static void writeLess() {
    WireJson.MAPPER.addMixIn(TaskEvent.class, WithoutTheNewestFields.class);
  }

  private static void writeMore() {
    for (Class<?> message : List.of(TaskEvent.class, TaskResult.class, WorkerEvent.class)) {
      WireJson.MAPPER.addMixIn(message, WithAFieldMore.class);
    }
    WireJson.MAPPER.setConfig(
        WireJson.MAPPER
            .getSerializationConfig()
            .withAttribute(FIELD, Map.of("that", List.of("nobody", "knows"))));
  }

  /** Fields that messages got after their first version. */
  @JsonIgnoreProperties({"columns", "items"})
  private interface WithoutTheNewestFields {}

  @JsonAppend(attrs = @JsonAppend.Attr(FIELD))
  private interface WithAFieldMore {}
}
