package io.mien.contracts.rest;

/**
 * The tasks of a step that was shared out.
 *
 * @param waiting for a worker
 * @param running which includes those that were told to stop
 * @param ended without a result: failed, dead or cancelled
 */
public record StepTasks(int waiting, int running, int succeeded, int ended) {

  public int total() {
    return waiting + running + succeeded + ended;
  }
}
