package io.mien.contracts.event;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import java.time.Instant;

/**
 * The attempt stopped before its end through no fault of the work; unless it was asked to yield, it
 * counts against the interruption budget.
 */
public record TaskInterrupted(
    TaskId taskId, int attempt, WorkerId workerId, Instant at, Reason reason) implements TaskEvent {

  /** Why. */
  public enum Reason {
    /** The worker is shutting down or being drained. */
    DRAINED,
    /** The worker could not get its heartbeats out and stopped in time. */
    LEASE_IN_DOUBT,
    /** The attempt was revoked: another one holds the task. */
    REVOKED,
    /** The orchestrator asked the attempt to make room; it does not count against the budget. */
    YIELDED
  }
}
