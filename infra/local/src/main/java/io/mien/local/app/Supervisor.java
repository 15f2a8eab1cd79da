package io.mien.local.app;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps the applications running: whichever dies is started again, after a pause that grows while
 * it keeps dying. Thread-safe.
 */
public final class Supervisor implements AutoCloseable {

  /** A worker drains for up to 60 seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(75);

  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  /** An application that lived this long is healthy again: its next pause is the first one. */
  private static final Duration HEALTHY = Duration.ofMinutes(2);

  private final Path pidDirectory;
  private final Consumer<String> notices;
  private final ScheduledExecutorService restarts =
      Executors.newSingleThreadScheduledExecutor(Supervisor::daemon);
  private final Map<App, AppProcess> running = new EnumMap<>(App.class);
  private final Map<App, Integer> deathsInARow = new EnumMap<>(App.class);
  private boolean stopping;

  /**
   * @param pidDirectory where process ids are kept
   * @param notices hears, in a sentence, of every death and restart
   */
  public Supervisor(Path pidDirectory, Consumer<String> notices) {
    this.pidDirectory = pidDirectory;
    this.notices = notices;
  }

  /**
   * Kills the applications that a killed launcher left behind. Only for the one who holds the lock
   * of the data directory: otherwise they may be those of a running system.
   */
  public synchronized void stopLeftovers() {
    for (App app : App.values()) {
      if (pidFile(app).killLeftover()) {
        notices.accept(
            app.directory() + " was still running from an earlier start and has been stopped.");
      }
    }
  }

  /** Starts an application; see {@link #stopLeftovers()}. */
  public synchronized void start(AppCommand command) {
    if (stopping) {
      return;
    }
    long startedAt = System.nanoTime();
    AppProcess process = AppProcess.start(command, pidFile(command.app()));
    running.put(command.app(), process);
    process
        .onExit()
        .thenAccept(dead -> restartLater(process, dead.exitValue(), System.nanoTime() - startedAt));
  }

  /** Process ids of the applications that run now. */
  public synchronized Map<App, Long> pids() {
    Map<App, Long> pids = new EnumMap<>(App.class);
    running.forEach((app, process) -> pids.put(app, process.pid()));
    return pids;
  }

  /** Stops the workers first, so that they can still say goodbye, and the orchestrator last. */
  @Override
  public void close() throws InterruptedException {
    List<AppProcess> toStop;
    synchronized (this) {
      stopping = true;
      toStop = new ArrayList<>(running.values());
    }
    restarts.shutdownNow();
    stopAll(
        toStop.stream().filter(process -> process.command().app() != App.ORCHESTRATOR).toList());
    stopAll(
        toStop.stream().filter(process -> process.command().app() == App.ORCHESTRATOR).toList());
  }

  private static void stopAll(List<AppProcess> processes) throws InterruptedException {
    List<Thread> stops = new ArrayList<>();
    for (AppProcess process : processes) {
      Thread stop = new Thread(() -> stop(process), "stop-" + process.command().app().directory());
      stop.start();
      stops.add(stop);
    }
    for (Thread stop : stops) {
      stop.join();
    }
  }

  private static void stop(AppProcess process) {
    try {
      process.stop(PATIENCE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private synchronized void restartLater(AppProcess dead, int exitValue, long livedNanos) {
    App app = dead.command().app();
    if (stopping || running.get(app) != dead) {
      return;
    }
    running.remove(app);
    if (livedNanos > HEALTHY.toNanos()) {
      deathsInARow.remove(app);
    }
    schedule(dead.command(), "ended with exit code " + exitValue);
  }

  /** A start that fails is one more death: it is tried again, after a longer pause. */
  private synchronized void restart(AppCommand command) {
    try {
      start(command);
    } catch (RuntimeException | OutOfMemoryError e) {
      schedule(command, "could not be started (" + e.getMessage() + ")");
    }
  }

  private void schedule(AppCommand command, String what) {
    if (stopping) {
      return;
    }
    Duration pause = pause(deathsInARow.merge(command.app(), 1, Integer::sum));
    notices.accept(
        "%s %s and starts again in %d s; its log is %s"
            .formatted(command.app().directory(), what, pause.toSeconds(), command.log()));
    restarts.schedule(() -> restart(command), pause.toMillis(), TimeUnit.MILLISECONDS);
  }

  static Duration pause(int deathsInARow) {
    Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(deathsInARow - 1, 10));
    return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
  }

  private PidFile pidFile(App app) {
    return new PidFile(pidDirectory.resolve(app.directory() + ".pid"));
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "supervisor");
    thread.setDaemon(true);
    return thread;
  }
}
