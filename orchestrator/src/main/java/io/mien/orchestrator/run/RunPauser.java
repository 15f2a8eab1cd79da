package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Task;
import java.util.Optional;

/**
 * Lets runs rest. Nothing more of a paused run is offered, offers are taken back, and trainings
 * leave a state and make room; whatever else runs goes on to its end, since it could only begin
 * anew.
 */
public final class RunPauser {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunProgress progress;

  public RunPauser(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress) {
    this.runs = runs;
    this.tasks = tasks;
    this.transitions = transitions;
    this.outbox = outbox;
    this.progress = progress;
  }

  /**
   * Pauses a run; does nothing to one that is paused.
   *
   * @throws InvalidInput {@code run-not-running} when it has ended or is being cancelled
   */
  public void pause(Transaction tx, RunId runId) {
    Run run = runs.lock(tx, runId);
    if (run.state() == RunState.PAUSED) {
      return;
    }
    if (!runs.pause(tx, runId)) {
      throw new InvalidInput(
          "run-not-running",
          "Pause run %s: it is %s. Only running ones are paused.".formatted(runId, run.state()));
    }
    takeBack(tx, runId);
    tasks.hold(tx, runId);
    // Once more for what was offered while we waited for its rows
    takeBack(tx, runId);
    progress.runMoved(tx, runId, RunState.PAUSED);
  }

  /**
   * Lets a paused run go on; does nothing to one that is running.
   *
   * @throws InvalidInput {@code run-not-paused} when it has ended or is being cancelled
   */
  public void resume(Transaction tx, RunId runId) {
    Run run = runs.lock(tx, runId);
    if (run.state() == RunState.RUNNING) {
      return;
    }
    if (!runs.resume(tx, runId)) {
      throw new InvalidInput(
          "run-not-paused",
          "Resume run %s: it is %s. Only paused ones are resumed; one that failed or was cancelled is retried."
              .formatted(runId, run.state()));
    }
    tasks.release(tx, runId);
    progress.runMoved(tx, runId, "resumed");
    progress.advance(tx, runId);
    progress.dispatchSoon(tx);
  }

  private void takeBack(Transaction tx, RunId runId) {
    for (Task task : tasks.heldByWorkers(tx, runId)) {
      if (task.state() == TaskState.OFFERED) {
        transitions.withdraw(tx, task.id()).ifPresent(back -> progress.taskMoved(tx, back));
      } else if (task.view().kind() == TaskKind.TRAIN && task.yieldAskedAt() == null) {
        Optional<Task> asked = transitions.askToYield(tx, task.id());
        asked.ifPresent(one -> outbox.control(tx, order(one)));
      }
    }
  }

  private static YieldTask order(Task task) {
    return new YieldTask(task.id(), task.view().attempt(), "The run was paused.");
  }
}
