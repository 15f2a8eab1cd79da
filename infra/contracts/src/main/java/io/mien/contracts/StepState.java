package io.mien.contracts;

/** The states of a step of a run. */
public enum StepState {
  /** A step it depends on has not succeeded yet. */
  WAITING,
  /** Its task is queued or offered. */
  QUEUED,
  RUNNING,
  SUCCEEDED,
  FAILED,
  CANCELLED,
  /** A step it depends on failed or was cancelled. */
  SKIPPED;

  /** Whether the step moves no more, unless its run is retried. */
  public boolean isTerminal() {
    return switch (this) {
      case WAITING, QUEUED, RUNNING -> false;
      case SUCCEEDED, FAILED, CANCELLED, SKIPPED -> true;
    };
  }
}
