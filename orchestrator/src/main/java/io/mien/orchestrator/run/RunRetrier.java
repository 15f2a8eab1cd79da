package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.Erasure;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Task;
import java.util.List;

/**
 * Goes on with runs that failed or were cancelled: what had succeeded stays, what had not is queued
 * again with fresh budgets, and trainings go on from their last published state.
 */
public final class RunRetrier {

  private final JdbcRunRepository runs;
  private final JdbcDatasetRepository datasets;
  private final JdbcTaskRepository tasks;
  private final JdbcTaskTransitions transitions;
  private final RunProgress progress;

  public RunRetrier(
      JdbcRunRepository runs,
      JdbcDatasetRepository datasets,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      RunProgress progress) {
    this.runs = runs;
    this.datasets = datasets;
    this.tasks = tasks;
    this.transitions = transitions;
    this.progress = progress;
  }

  /**
   * @throws InvalidInput {@code run-not-ended}, {@code run-succeeded}, {@code run-stopping}, {@code
   *     dataset-changed} or {@code run-expired}
   */
  public void retry(Transaction tx, RunId runId) {
    Run run = runs.lock(tx, runId);
    requireEnded(run);
    tasks.ofRuns(tx, List.of(runId)).forEach(task -> requireStopped(runId, task));
    requireSameDataset(tx, run);
    if (!runs.reopen(tx, runId)) {
      throw RunPins.expired("Retry", runId);
    }
    progress.runMoved(tx, runId, "retried");
    transitions.redrive(tx, runId).forEach(task -> progress.taskMoved(tx, task));
    progress.advance(tx, runId);
  }

  private static void requireEnded(Run run) {
    if (run.state() == RunState.SUCCEEDED) {
      throw new InvalidInput(
          "run-succeeded",
          "Retry run %s: it has succeeded. Start a new one.".formatted(run.runId()));
    }
    if (run.state() != RunState.FAILED && run.state() != RunState.CANCELLED) {
      throw new InvalidInput(
          "run-not-ended",
          "Retry run %s: it is %s. Runs that failed or were cancelled are retried."
              .formatted(run.runId(), run.state()));
    }
  }

  private static void requireStopped(RunId runId, Task task) {
    if (!task.state().isTerminal()) {
      throw new InvalidInput(
          "run-stopping",
          "Retry run %s: its task %s (%s) is still %s. Try again in a moment."
              .formatted(runId, task.id(), task.view().step(), task.state()));
    }
  }

  /** The plan names versions that an erasure deletes, and people who must not come back. */
  private void requireSameDataset(Transaction tx, Run run) {
    if (run.plan() instanceof ErasurePlan) {
      return;
    }
    for (DatasetId dataset : runs.datasets(tx, run.runId())) {
      datasets.lock(tx, dataset);
      boolean erasing = runs.erasing(tx, dataset).isPresent();
      boolean erased =
          datasets.erasures(tx, dataset).stream()
              .map(Erasure::at)
              .anyMatch(at -> at.isAfter(run.createdAt()));
      if (erasing || erased) {
        throw new InvalidInput(
            "dataset-changed",
            "Retry run %s: a person was erased from its dataset %s since it began. Start a new run."
                .formatted(run.runId(), dataset));
      }
    }
  }
}
