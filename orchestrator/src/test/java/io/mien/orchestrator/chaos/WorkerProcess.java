package io.mien.orchestrator.chaos;

import io.mien.contracts.result.TaskResult;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.worker.Surroundings;
import io.mien.worker.TaskContext;
import io.mien.worker.WorkerRuntime;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * A worker in a process of its own, which halts at a step of the protocol as {@code kill -9} would
 * make it, or works until a file appears.
 */
final class WorkerProcess implements AutoCloseable {

  /** As of a process that was killed with signal 9. */
  static final int KILLED = 137;

  private static final String TAKER = "io.mien.worker.kafka.OfferTaker";

  private final JavaProcess process;

  private WorkerProcess(JavaProcess process) {
    this.process = process;
  }

  /** Where the process ends. */
  enum Fate {
    /** It has the offer and has told nobody. */
    BEFORE_START,
    /** Its start is at the broker, the offer is not acknowledged. */
    BEFORE_ACKNOWLEDGEMENT,
    DURING_WORK,
    /** All outputs are in the store, the end is not reported. */
    AFTER_UPLOAD,
    NONE
  }

  static WorkerProcess start(Map<String, String> settings, Fate fate, Path go) throws IOException {
    return new WorkerProcess(
        JavaProcess.start(
            WorkerProcess.class,
            settings.get("mien.kafka.bootstrap-servers"),
            settings.get("mien.store.endpoint"),
            settings.get("mien.store.access-key"),
            settings.get("mien.store.secret-key"),
            settings.get("mien.store.namespace"),
            fate.name(),
            go.toString()));
  }

  int awaitExit() throws InterruptedException {
    return process.awaitExit();
  }

  void signal(String name) throws IOException, InterruptedException {
    process.signal(name);
  }

  @Override
  public void close() {
    process.close();
  }

  public static void main(String[] arguments) throws Exception {
    ObjectStoreConfig store =
        new ObjectStoreConfig(URI.create(arguments[1]), arguments[2], arguments[3], arguments[4]);
    Fate fate = Fate.valueOf(arguments[5]);
    Path go = Path.of(arguments[6]);
    if (fate == Fate.BEFORE_ACKNOWLEDGEMENT) {
      haltOnceTheStartIsLogged();
    }
    Clock clock = fate == Fate.BEFORE_START ? new DeadlyClock("mien-offers") : Clock.systemUTC();
    WorkerRuntime worker =
        FacesWork.worker(
            arguments[0],
            new MinioObjectStore(store),
            context -> work(context, fate, go),
            new Surroundings(clock, System::nanoTime, new SecureRandom()));
    worker.start();
    while (System.in.read() >= 0) {
      // Lives as long as the test does
    }
    Runtime.getRuntime().halt(0);
  }

  private static TaskResult work(TaskContext context, Fate fate, Path go) {
    if (fate == Fate.DURING_WORK) {
      Runtime.getRuntime().halt(KILLED);
    }
    while (fate == Fate.NONE && !Files.exists(go)) {
      context.throwIfStopping();
      LockSupport.parkNanos(20_000_000);
    }
    TaskResult result = FacesWork.upload(context);
    if (fate == Fate.AFTER_UPLOAD) {
      Runtime.getRuntime().halt(KILLED);
    }
    return result;
  }

  /**
   * The log says that an attempt starts after its start is reported and before it is acknowledged.
   */
  private static void haltOnceTheStartIsLogged() {
    Logger logger = Logger.getLogger(TAKER);
    logger.setLevel(Level.INFO);
    logger.addHandler(
        new Handler() {
          @Override
          public void publish(LogRecord line) {
            if (line.getMessage().startsWith("Start of")) {
              Runtime.getRuntime().halt(KILLED);
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        });
  }

  /** The thread that takes offers looks at the clock when it is about to report a start. */
  private static final class DeadlyClock extends Clock {

    private final String thread;

    DeadlyClock(String thread) {
      this.thread = thread;
    }

    @Override
    public Instant instant() {
      if (Thread.currentThread().getName().equals(thread)) {
        Runtime.getRuntime().halt(KILLED);
      }
      return Instant.now();
    }

    @Override
    public ZoneId getZone() {
      return ZoneId.of("UTC");
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
