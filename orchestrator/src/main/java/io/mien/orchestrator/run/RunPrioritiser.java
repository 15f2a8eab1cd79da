package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.task.JdbcTaskRepository;

/** Changes how urgent a run is. */
public final class RunPrioritiser {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final RunProgress progress;

  public RunPrioritiser(JdbcRunRepository runs, JdbcTaskRepository tasks, RunProgress progress) {
    this.runs = runs;
    this.tasks = tasks;
    this.progress = progress;
  }

  /**
   * @throws InvalidInput {@code run-ended}
   */
  public void prioritise(Transaction tx, RunId runId, int priority) {
    Run run = runs.lock(tx, runId);
    if (run.state().isTerminal()) {
      throw new InvalidInput(
          "run-ended",
          "Change the priority of run %s: it is %s already.".formatted(runId, run.state()));
    }
    runs.prioritise(tx, runId, priority);
    tasks.prioritise(tx, runId, priority);
    progress.runMoved(tx, runId, "prioritised");
    progress.dispatchSoon(tx);
  }
}
