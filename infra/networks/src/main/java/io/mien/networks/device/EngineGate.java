package io.mien.networks.device;

import java.time.Duration;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Lets threads into the engine until it is closed, which the end of the process does: libtorch's
 * destructors run then, whatever threads are inside, and a thread that computes crashes on what
 * they have torn down. Thread-safe.
 */
final class EngineGate {
  private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();

  /** One party for who closes the gate, one for every hold. */
  private final Phaser holds = new Phaser(1);

  /** Waits for ever once the gate is closed; a thread that is inside may enter again. */
  void enter() {
    lock.readLock().lock();
  }

  void leave() {
    lock.readLock().unlock();
  }

  EngineHold hold() {
    holds.register();
    return new EngineHold(holds);
  }

  /**
   * Waits until nobody holds the gate open and nobody is inside; from then on nobody comes in.
   *
   * @return whether it is closed: not when a hold or an operation lasts longer than they may
   */
  boolean close(Duration longestHold, Duration longestOperation) throws InterruptedException {
    try {
      holds.awaitAdvanceInterruptibly(
          holds.arrive(), longestHold.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return false;
    }
    return lock.writeLock().tryLock(longestOperation.toMillis(), TimeUnit.MILLISECONDS);
  }
}
