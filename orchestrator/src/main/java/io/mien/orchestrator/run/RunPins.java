package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;

/** Keeps runs beyond their time. */
public final class RunPins {

  private final JdbcRunRepository runs;
  private final RunProgress progress;

  public RunPins(JdbcRunRepository runs, RunProgress progress) {
    this.runs = runs;
    this.progress = progress;
  }

  /**
   * Keeps the run until it is unpinned.
   *
   * @throws InvalidInput {@code run-expired}
   */
  public void pin(Transaction tx, RunId run) {
    if (!runs.pin(tx, run)) {
      throw expired("Pin", run);
    }
    progress.runMoved(tx, run, "pinned");
  }

  /** Lets the run go when its time is over. */
  public void unpin(Transaction tx, RunId run) {
    runs.unpin(tx, run);
    progress.runMoved(tx, run, "unpinned");
  }

  static InvalidInput expired(String attempted, RunId run) {
    return new InvalidInput(
        "run-expired",
        "%s run %s: its time is over and it is being deleted. Start a new one, and pin runs that are to be kept."
            .formatted(attempted, run));
  }
}
