package io.mien.local;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.cli.client.Connection;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.ProblemException;
import io.mien.cli.client.ServerAway;
import io.mien.contracts.TaskKind;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.WorkerView;
import io.mien.embedded.EmbeddedServers;
import io.mien.local.app.App;
import io.mien.local.app.AppCommand;
import io.mien.local.app.AppEnvironment;
import io.mien.local.app.Supervisor;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The whole system on this machine: three servers in this process, five applications as processes
 * of their own.
 */
public final class LocalSystem implements AutoCloseable {

  private static final Duration READY_WITHIN = Duration.ofMinutes(3);
  private static final long POLL_MS = 250;
  private static final String ALIVE = "ALIVE";

  private final LocalSettings settings;
  private final Connection connection;
  private final EmbeddedServers servers;
  private final Supervisor supervisor;
  private String lastWord = "The orchestrator has not answered";
  private boolean closed;

  private LocalSystem(LocalSettings settings, EmbeddedServers servers, Consumer<String> notices) {
    this.settings = settings;
    this.servers = servers;
    this.supervisor = new Supervisor(settings.data().resolve("run"), notices);
    this.connection =
        new Connection(
            URI.create("http://localhost:" + settings.port()),
            FirstKey.in(settings.data()),
            settings.data().toString());
  }

  /**
   * Starts everything; returns while the applications are still coming up: see {@link
   * #awaitReady()}.
   */
  public static LocalSystem start(
      LocalSettings settings, Installation installation, Consumer<String> notices) {
    // The servers hold the lock of the data directory: whatever application of it still runs has
    // lost its launcher, and may be what listens on the port.
    EmbeddedServers servers = EmbeddedServers.start(settings.servers());
    LocalSystem system = over(servers, settings, notices);
    try {
      system.supervisor.stopLeftovers();
      LocalPort.requireFree(settings.port());
      system.startApplications(installation);
      system.connection.save();
      return system;
    } catch (RuntimeException | Error e) {
      system.close();
      throw e;
    }
  }

  /**
   * Returns once the orchestrator answers and a worker of every kind is alive.
   *
   * @throws Unavailable {@code not-ready}, naming who is missing, what the orchestrator last said
   *     and where the logs are
   * @throws InvalidInput {@code schema-newer}: the data directory is a newer version's
   */
  public void awaitReady() throws InterruptedException {
    long deadline = System.nanoTime() + READY_WITHIN.toNanos();
    CountDownLatch never = new CountDownLatch(1);
    Set<TaskKind> missing = missingWorkers();
    while (!missing.isEmpty()) {
      if (System.nanoTime() > deadline) {
        throw new Unavailable(
            "not-ready",
            "Waited %d s for the applications; without a living worker: %s. %s. Their logs are in %s"
                .formatted(READY_WITHIN.toSeconds(), missing, lastWord, settings.logs()));
      }
      never.await(POLL_MS, TimeUnit.MILLISECONDS);
      missing = missingWorkers();
    }
  }

  public MienClient client() {
    return new MienClient(connection);
  }

  public Connection connection() {
    return connection;
  }

  public LocalSettings settings() {
    return settings;
  }

  public Duration serversReadyAfter() {
    return servers.timeToReady();
  }

  /** Process ids of the applications. */
  public Map<App, Long> pids() {
    return supervisor.pids();
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      supervisor.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      servers.close();
    }
  }

  private static LocalSystem over(
      EmbeddedServers servers, LocalSettings settings, Consumer<String> notices) {
    try {
      return new LocalSystem(settings, servers, notices);
    } catch (RuntimeException | Error e) {
      servers.close();
      throw e;
    }
  }

  private void startApplications(Installation installation) {
    AppEnvironment environment =
        new AppEnvironment(
            settings, servers, connection.key(), Connection.home().resolve("natives"));
    for (App app : App.values()) {
      supervisor.start(
          new AppCommand(
              app,
              installation.jar(app.directory()),
              settings.logs().resolve(app.directory() + ".log"),
              environment.of(app)));
    }
  }

  private Set<TaskKind> missingWorkers() {
    Set<TaskKind> missing = EnumSet.allOf(TaskKind.class);
    try {
      client()
          .get("/v1/workers?limit=200", new TypeReference<Page<WorkerView>>() {})
          .items()
          .stream()
          .filter(worker -> worker.state().equals(ALIVE))
          .filter(worker -> supervisor.pids().containsValue(worker.heartbeat().pid()))
          .forEach(worker -> missing.remove(worker.heartbeat().kind()));
      lastWord = "The orchestrator is there";
    } catch (ServerAway away) {
      lastWord = "The orchestrator does not answer";
    } catch (ProblemException notYet) {
      lastWord = "The orchestrator says: " + notYet.getMessage();
      if (notYet.problem().code().equals(Problem.SCHEMA_NEWER)) {
        throw new InvalidInput(
            Problem.SCHEMA_NEWER,
            "Start on the data in %s: %s".formatted(settings.data(), notYet.problem().detail()),
            notYet);
      }
    }
    return missing;
  }
}
