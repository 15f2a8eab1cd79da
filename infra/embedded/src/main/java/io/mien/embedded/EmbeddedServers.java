package io.mien.embedded;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All three servers over one locked data directory, started at once and closed in order. */
public final class EmbeddedServers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServers.class);

  private final DataDirectory data;
  private final EmbeddedKafka kafka;
  private final EmbeddedPostgreSql postgreSql;
  private final EmbeddedObjectStore objectStore;
  private final Duration timeToReady;

  private EmbeddedServers(DataDirectory data, Starting starting, long startedAt) {
    this.data = data;
    this.kafka = starting.kafka.join();
    this.postgreSql = starting.postgreSql.join();
    this.objectStore = starting.objectStore.join();
    this.timeToReady = Duration.ofNanos(System.nanoTime() - startedAt);
  }

  /**
   * Returns when clients of all three can connect. If one fails the others are closed again and its
   * error is thrown.
   */
  public static EmbeddedServers start(EmbeddedServersConfig config) {
    long startedAt = System.nanoTime();
    DataDirectory data = DataDirectory.open(config.directory());
    Starting starting =
        new Starting(
            inThread("start-kafka", () -> EmbeddedKafka.start(config.kafka(data))),
            inThread("start-postgresql", () -> EmbeddedPostgreSql.start(config.postgreSql(data))),
            inThread("start-objects", () -> EmbeddedObjectStore.start(config.objectStore(data))));
    try {
      EmbeddedServers servers = new EmbeddedServers(data, starting, startedAt);
      LOG.info("Servers over {} ready in {} ms", data.path(), servers.timeToReady.toMillis());
      return servers;
    } catch (CompletionException e) {
      EmbeddedServerException failure =
          e.getCause() instanceof EmbeddedServerException known
              ? known
              : new EmbeddedServerException("Cannot start the servers: " + e.getCause(), e);
      starting.closeStarted(data, failure);
      throw failure;
    }
  }

  public EmbeddedKafka kafka() {
    return kafka;
  }

  public EmbeddedPostgreSql postgreSql() {
    return postgreSql;
  }

  public EmbeddedObjectStore objectStore() {
    return objectStore;
  }

  public DataDirectory data() {
    return data;
  }

  /** From the call of {@link #start} until the last server was ready. */
  public Duration timeToReady() {
    return timeToReady;
  }

  /** Offers stop first, then bytes, the truth last; then the directory is free. */
  @Override
  public void close() {
    closeAll(List.of(kafka, objectStore, postgreSql, data));
  }

  private static <T> CompletableFuture<T> inThread(String name, Supplier<T> start) {
    CompletableFuture<T> future = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                future.complete(start.get());
              } catch (Throwable e) {
                future.completeExceptionally(e);
              }
            },
            name);
    thread.start();
    return future;
  }

  private static void closeAll(List<? extends AutoCloseable> all) {
    List<Exception> failures = new ArrayList<>();
    for (AutoCloseable one : all) {
      try {
        one.close();
      } catch (Exception e) {
        failures.add(e);
      }
    }
    if (!failures.isEmpty()) {
      EmbeddedServerException failure =
          new EmbeddedServerException(
              "Cannot stop every server: " + failures.get(0).getMessage(), failures.get(0));
      failures.stream().skip(1).forEach(failure::addSuppressed);
      throw failure;
    }
  }

  private record Starting(
      CompletableFuture<EmbeddedKafka> kafka,
      CompletableFuture<EmbeddedPostgreSql> postgreSql,
      CompletableFuture<EmbeddedObjectStore> objectStore) {

    /** Waits for those still starting: a half-started server cannot be closed. */
    void closeStarted(DataDirectory data, EmbeddedServerException failure) {
      List<AutoCloseable> started = new ArrayList<>();
      for (CompletableFuture<? extends AutoCloseable> one :
          List.of(kafka, objectStore, postgreSql)) {
        one.handle((server, failed) -> server == null || started.add(server)).join();
      }
      started.add(data);
      try {
        closeAll(started);
      } catch (EmbeddedServerException notStopped) {
        failure.addSuppressed(notStopped);
      }
    }
  }
}
