package io.mien.testkit.process;

import java.util.function.IntFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * One server that starts when first needed, can be taken away, and comes back on the port it had.
 * Thread-safe.
 *
 * @param <T> the running server
 */
final class ServerSwitch<T extends AutoCloseable> implements AutoCloseable {

  private final String name;
  private final IntFunction<T> starter;
  private final ToIntFunction<T> portOf;

  /** 0 until the first start. */
  private int port;

  private @Nullable T running;

  ServerSwitch(String name, IntFunction<T> starter, ToIntFunction<T> portOf) {
    this.name = name;
    this.starter = starter;
    this.portOf = portOf;
  }

  /** The port, also while the server is away; starts the server if it never ran. */
  synchronized int port() {
    if (port == 0) {
      start();
    }
    return port;
  }

  /** The server; starts it if it never ran, fails if a test took it away. */
  synchronized T server() {
    if (port == 0) {
      start();
    }
    if (running == null) {
      throw new IllegalStateException(name + " is stopped; start it before you use it");
    }
    return running;
  }

  synchronized void start() {
    if (running == null) {
      T started = starter.apply(port);
      running = started;
      port = portOf.applyAsInt(started);
    }
  }

  synchronized void stop() throws Exception {
    if (running != null) {
      running.close();
      running = null;
    }
  }

  @Override
  public synchronized void close() {
    try {
      stop();
    } catch (Exception e) {
      throw new IllegalStateException("Cannot stop " + name, e);
    }
  }
}
