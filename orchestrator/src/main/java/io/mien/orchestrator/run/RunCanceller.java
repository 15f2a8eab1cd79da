package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.Task;
import java.util.List;

/**
 * Ends runs before their time. What no worker holds ends at once; the others are told and confirm,
 * or their lease runs out.
 */
public final class RunCanceller {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunProgress progress;

  public RunCanceller(
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

  /** Cancels a run that is running; does nothing to one that has ended or is being cancelled. */
  public void cancel(Transaction tx, RunId runId) {
    if (!runs.cancel(tx, runId)) {
      return;
    }
    progress.runMoved(tx, runId, RunState.CANCELLING);
    for (Task task : tasks.ofRuns(tx, List.of(runId))) {
      transitions.cancel(tx, task.id()).ifPresent(cancelled -> told(tx, cancelled));
    }
    progress.advance(tx, runId);
  }

  private void told(Transaction tx, Task task) {
    if (task.state() == TaskState.CANCELLING) {
      outbox.control(tx, new CancelTask(task.id(), "The run was cancelled."));
    }
    progress.taskMoved(tx, task);
  }
}
