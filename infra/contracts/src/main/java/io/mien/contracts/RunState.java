package io.mien.contracts;

/** The states of a run. */
public enum RunState {
  RUNNING,
  /** Nothing more of it is offered until it is resumed; trainings have been asked to yield. */
  PAUSED,
  CANCELLING,
  SUCCEEDED,
  FAILED,
  CANCELLED;

  public boolean isTerminal() {
    return this == SUCCEEDED || this == FAILED || this == CANCELLED;
  }
}
