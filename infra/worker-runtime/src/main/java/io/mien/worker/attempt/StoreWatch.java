package io.mien.worker.attempt;

import io.mien.store.ObjectStore;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Keeps a worker from taking offers while the object store is away: each would be spent on an
 * attempt that fails at once. Thread-safe.
 */
public final class StoreWatch {

  private final ObjectStore store;
  private final AtomicBoolean inDoubt = new AtomicBoolean();

  public StoreWatch(ObjectStore store) {
    this.store = store;
  }

  /** Something that an attempt needed was away; it may have been the store. */
  void doubt() {
    inDoubt.set(true);
  }

  /**
   * Returns when the store is not in doubt, or answers again.
   *
   * @throws io.mien.contracts.failure.Unavailable when it does not
   */
  public void requireStore() {
    if (inDoubt.compareAndSet(true, false)) {
      try {
        store.createBuckets();
      } catch (RuntimeException e) {
        inDoubt.set(true);
        throw e;
      }
    }
  }
}
