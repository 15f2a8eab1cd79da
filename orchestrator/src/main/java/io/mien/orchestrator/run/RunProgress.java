package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.result.TaskResult;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.NewTask;
import io.mien.orchestrator.task.Task;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a task's transition means for its step and its run, and the history of all three. Everything
 * happens in the transaction of the transition.
 */
public final class RunProgress {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final RunViews views;
  private final JdbcHistory history;
  private final Uuid7 ids;
  private final Runnable dispatchable;

  /**
   * @param dispatchable called after each commit that queued a task or freed a slot
   */
  public RunProgress(
      Repositories repositories, JdbcHistory history, Uuid7 ids, Runnable dispatchable) {
    this.runs = repositories.runs();
    this.tasks = repositories.tasks();
    this.views = repositories.views();
    this.history = history;
    this.ids = ids;
    this.dispatchable = dispatchable;
  }

  /** What this class reads and writes. */
  public record Repositories(JdbcRunRepository runs, JdbcTaskRepository tasks, RunViews views) {}

  /** Call after every transition of a task, with the task as it has become. */
  public void taskMoved(Transaction tx, Task task) {
    append(tx, task, eventType(task.state()));
    StepState state = stepState(task.state());
    runs.moveStep(tx, task.stepId(), state).ifPresent(step -> stepMoved(tx, step));
    if (task.state().isTerminal()) {
      advance(tx, task.view().runId());
      tx.afterCommit(dispatchable);
    } else if (task.state() == TaskState.QUEUED) {
      tx.afterCommit(dispatchable);
    }
  }

  /**
   * Queues the steps that can go on, gives up those that cannot, and ends the run when none is
   * left.
   */
  void advance(Transaction tx, RunId runId) {
    Run run =
        runs.lock(tx, runId)
            .orElseThrow(() -> new IllegalStateException("Run " + runId + " has no row."));
    Advance advance = Advance.of(run.state(), runs.steps(tx, List.of(runId)));
    for (RunStep step : advance.moved()) {
      runs.moveStep(tx, step.stepId(), step.state());
      if (step.state() == StepState.QUEUED) {
        queue(tx, run, step);
      }
      stepMoved(tx, step);
    }
    advance
        .outcome()
        .filter(outcome -> runs.finish(tx, runId, outcome))
        .ifPresent(outcome -> runMoved(tx, runId, outcome));
  }

  /** Writes the run as it is now into the history. */
  void runMoved(Transaction tx, RunId runId, RunState state) {
    String type = state == RunState.RUNNING ? "created" : state.name().toLowerCase(Locale.ROOT);
    history.append(tx, new HistoryEntry("run." + type, runId, null, views.require(tx, runId)));
  }

  private void queue(Transaction tx, Run run, RunStep step) {
    Task task =
        tasks.insert(
            tx,
            new NewTask(
                new TaskId(ids.next()),
                run.runId(),
                step.stepId(),
                step.name(),
                run.plan().priority(),
                run.plan().spec(step.name(), results(tx, run.runId()))));
    append(tx, task, "task.queued");
    tx.afterCommit(dispatchable);
  }

  private StepResults results(Transaction tx, RunId runId) {
    Map<String, TaskResult> results = new HashMap<>();
    for (Task task : tasks.ofRuns(tx, List.of(runId))) {
      TaskResult result = task.view().result();
      if (result != null) {
        results.put(task.view().step(), result);
      }
    }
    return new StepResults(results);
  }

  private void append(Transaction tx, Task task, String type) {
    history.append(tx, new HistoryEntry(type, task.view().runId(), task.id(), task.view()));
  }

  private void stepMoved(Transaction tx, RunStep step) {
    String type = "step." + step.state().name().toLowerCase(Locale.ROOT);
    history.append(tx, new HistoryEntry(type, step.runId(), null, views.step(tx, step)));
  }

  private static String eventType(TaskState state) {
    return switch (state) {
      case QUEUED -> "task.requeued";
      case OFFERED -> "task.offered";
      case RUNNING -> "task.started";
      case CANCELLING -> "task.cancelling";
      case SUCCEEDED -> "task.succeeded";
      case FAILED -> "task.failed";
      case DEAD -> "task.dead";
      case CANCELLED -> "task.cancelled";
    };
  }

  private static StepState stepState(TaskState state) {
    return switch (state) {
      case QUEUED, OFFERED -> StepState.QUEUED;
      case RUNNING, CANCELLING -> StepState.RUNNING;
      case SUCCEEDED -> StepState.SUCCEEDED;
      case FAILED, DEAD -> StepState.FAILED;
      case CANCELLED -> StepState.CANCELLED;
    };
  }
}
