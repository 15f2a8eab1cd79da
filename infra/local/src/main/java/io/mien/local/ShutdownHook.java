package io.mien.local;

import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Closes a system in order when the process is told to end, also while it still starts: a server
 * cannot be stopped half-started, so that the end waits for it. Thread-safe.
 */
final class ShutdownHook implements AutoCloseable {

  private final Thread thread = new Thread(this::end, "shutdown");
  private final CountDownLatch ended = new CountDownLatch(1);
  private volatile boolean ending;
  private @Nullable LocalSystem system;

  private ShutdownHook() {}

  /** To be called before anything is started. */
  static ShutdownHook install() {
    ShutdownHook hook = new ShutdownHook();
    Runtime.getRuntime().addShutdownHook(hook.thread);
    return hook;
  }

  /**
   * Starts the system that this hook closes.
   *
   * @throws InterruptedException if the process is told to end meanwhile
   */
  synchronized LocalSystem start(Supplier<LocalSystem> start) throws InterruptedException {
    requireNotEnding();
    try {
      LocalSystem started = start.get();
      system = started;
      requireNotEnding();
      return started;
    } catch (RuntimeException e) {
      // Ctrl-C reaches programs that start a server too: their failure is no news then
      requireNotEnding();
      remove();
      throw e;
    }
  }

  /** Returns when the process is told to end and the system is closed. */
  void awaitEnd() throws InterruptedException {
    ended.await();
  }

  /** Closes the system now, unless the end of the process does. */
  @Override
  public void close() {
    if (remove()) {
      end();
    }
  }

  private void end() {
    ending = true;
    System.out.println("Stopping the applications and the servers");
    closeSystem();
    System.out.println("Everything is stopped.");
    ended.countDown();
  }

  private synchronized void closeSystem() {
    if (system != null) {
      system.close();
    }
  }

  private void requireNotEnding() throws InterruptedException {
    if (ending) {
      throw new InterruptedException("Told to end while the system was starting");
    }
  }

  private boolean remove() {
    try {
      return Runtime.getRuntime().removeShutdownHook(thread);
    } catch (IllegalStateException shuttingDown) {
      return false;
    }
  }
}
