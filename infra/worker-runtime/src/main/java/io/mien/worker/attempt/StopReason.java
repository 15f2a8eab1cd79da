package io.mien.worker.attempt;

/** Why an attempt should stop before its end; a later one in this list overrides an earlier. */
public enum StopReason {
  DRAINED("the worker is stopping"),
  YIELDED("the attempt was asked to make room"),
  LEASE_IN_DOUBT("no heartbeat got out for two thirds of the lease"),
  CANCELLED("the task was cancelled"),
  REVOKED("the attempt was revoked");

  private final String text;

  StopReason(String text) {
    this.text = text;
  }

  public String text() {
    return text;
  }

  /** Whether another attempt is to go on from where this one stops. */
  boolean leavesWork() {
    return this == DRAINED || this == YIELDED;
  }

  StopReason stronger(StopReason other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
