package io.mien.contracts;

/**
 * The states of a task. Transitions are declared in the orchestrator's transition table, nowhere
 * else.
 */
public enum TaskState {
  /** Waits in PostgreSQL for a free slot, or for its backoff to end. */
  QUEUED,
  /** An attempt was offered through Kafka and not yet started. */
  OFFERED,
  /** A worker holds the lease of the current attempt. */
  RUNNING,
  /** Cancellation was asked for while an attempt was running; the worker has not confirmed yet. */
  CANCELLING,
  SUCCEEDED,
  /** The input is invalid: another attempt would fail in the same way. */
  FAILED,
  /** Out of its failure or interruption budget; may be driven again by an operator. */
  DEAD,
  CANCELLED;

  public boolean isTerminal() {
    return switch (this) {
      case QUEUED, OFFERED, RUNNING, CANCELLING -> false;
      case SUCCEEDED, FAILED, DEAD, CANCELLED -> true;
    };
  }
}
