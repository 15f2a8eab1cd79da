package io.mien.orchestrator.database;

/** Locks between replicas that are about no row. */
public enum AdvisoryLock {
  /**
   * Held while history rows are written and committed, so that their sequence is the order of
   * commits.
   */
  HISTORY,
  /** Held by the one replica that publishes the outbox just now. */
  OUTBOX,
  /** Held by the one replica that counts slots and offers tasks of a kind just now. */
  DISPATCH,
  /** Held while it is found out whether a first key is needed. */
  FIRST_KEY,
  /** Held by the one replica that cuts or drops parts of the history just now. */
  HISTORY_PARTITIONS;

  int number() {
    return 0x6d69 << 16 | ordinal();
  }
}
