package io.mien.orchestrator.task;

/**
 * Which tasks are offered before which others, whatever else speaks for these. Stored by its
 * number.
 */
public enum Lane {
  /** Somebody waits for the answer. */
  ON_DEMAND,
  /** Ahead of all batch work; a training makes room for it. */
  URGENT,
  /** Everything else. */
  BATCH;

  /** From this priority on, tasks are on demand; runs that operators start stay below it. */
  public static final int ON_DEMAND_FROM = 100;

  /** From this priority on, tasks are urgent. */
  public static final int URGENT_FROM = 50;

  public static Lane of(int priority) {
    if (priority >= ON_DEMAND_FROM) {
      return ON_DEMAND;
    }
    return priority >= URGENT_FROM ? URGENT : BATCH;
  }
}
