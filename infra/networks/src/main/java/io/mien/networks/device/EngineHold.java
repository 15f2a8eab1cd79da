package io.mien.networks.device;

import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps the engine open at the end of the process until closed: for a program that stops its work
 * in an order of its own. Without one, work ends where it stands.
 */
public final class EngineHold implements AutoCloseable {
  private final Phaser holds;
  private final AtomicBoolean open = new AtomicBoolean(true);

  EngineHold(Phaser holds) {
    this.holds = holds;
  }

  @Override
  public void close() {
    if (open.getAndSet(false)) {
      holds.arriveAndDeregister();
    }
  }
}
