package io.mien.local;

import io.mien.contracts.failure.InvalidInput;
import io.mien.embedded.EmbeddedServerException;
import java.time.Duration;

/**
 * A system that lives as long as the command that started it: until Ctrl-C, or until the work is
 * done.
 */
public final class LocalSession implements AutoCloseable {

  private final LocalSystem system;
  private final ShutdownHook hook;
  private Duration readyAfter = Duration.ZERO;

  private LocalSession(LocalSystem system, ShutdownHook hook) {
    this.system = system;
    this.hook = hook;
  }

  /**
   * Starts the system, says so, and returns when it is ready.
   *
   * @throws InterruptedException if the process is told to end before the servers are ready
   */
  public static LocalSession open(LocalSettings settings) throws InterruptedException {
    long begun = System.nanoTime();
    ServerLog.into(settings.logs());
    System.out.println(
        "Starting Kafka, PostgreSQL and the object store; data in " + settings.data());
    ShutdownHook hook = ShutdownHook.install();
    LocalSystem system = hook.start(() -> start(settings));
    LocalSession session = new LocalSession(system, hook);
    System.out.printf(
        "Servers are ready after %.1f s; starting the five applications%n",
        seconds(system.serversReadyAfter()));
    system.awaitReady();
    session.readyAfter = Duration.ofNanos(System.nanoTime() - begun);
    System.out.printf("Ready after %.1f s%n%n", seconds(session.readyAfter));
    System.out.println(
        "  Dashboard  " + system.connection().url() + "/#key=" + system.connection().key());
    System.out.println("  API key    " + system.connection().key());
    System.out.println("  Logs       " + settings.logs());
    System.out.println();
    return session;
  }

  public LocalSystem system() {
    return system;
  }

  /** How long it took from nothing to ready. */
  public Duration readyAfter() {
    return readyAfter;
  }

  /** Returns when the process is told to end. */
  public void awaitEnd() throws InterruptedException {
    hook.awaitEnd();
  }

  @Override
  public void close() {
    hook.close();
  }

  private static LocalSystem start(LocalSettings settings) {
    try {
      return LocalSystem.start(
          settings, Installation.current(), notice -> System.err.println("mien: " + notice));
    } catch (EmbeddedServerException e) {
      throw new InvalidInput("servers-not-started", String.valueOf(e.getMessage()), e);
    }
  }

  private static double seconds(Duration time) {
    return time.toMillis() / 1000.0;
  }
}
