package io.mien.orchestrator.chaos;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The rows that are left at rest: against each other, and against what was told of them. */
final class RowCheck {

  private static final String TASKS =
      """
      SELECT task_id, run_id, step_id, step, state, attempt, failures, interruptions, worker_id,
             resume_from ->> 'prefix' AS resume_from
        FROM task
       ORDER BY task_id
      """;

  /** What each succeeded task has to have published, and how often it did. */
  private static final String PUBLISHED =
      """
      SELECT task.task_id, task.step, task.attempt, task.worker_id,
             (SELECT count(*) FROM dataset_version WHERE dataset_version.task_id = task.task_id)
               + (SELECT count(*) FROM checkpoint WHERE checkpoint.task_id = task.task_id)
               + (SELECT count(*) FROM evaluation WHERE evaluation.task_id = task.task_id) AS published,
             task.state = 'SUCCEEDED' AND task.step IN ('pack', 'train-classifier', 'train-stargan', 'evaluate') AS owed
        FROM task
       ORDER BY task.task_id
      """;

  private final ChaosDatabase tables;
  private final ToldHistory told;
  private final List<String> violations = new ArrayList<>();

  RowCheck(ChaosDatabase tables, ToldHistory told) {
    this.tables = tables;
    this.told = told;
  }

  /**
   * Whatever does not hold.
   *
   * @param asked how many different runs clients asked for
   */
  List<String> violations(int asked) {
    List<StoredTask> tasks = tables.database().transact(tx -> tx.query(TASKS, StoredTask::map));
    List<Stored<RunId, RunState>> runs = runs();
    if (runs.size() != asked) {
      violations.add("%d runs were asked for, %d were made".formatted(asked, runs.size()));
    }
    tasks.forEach(this::checkTask);
    List<Stored<StepId, StepState>> steps = steps();
    steps.forEach(step -> checkStep(step, tasks));
    runs.forEach(run -> checkRun(run, steps));
    checkPublished();
    return List.copyOf(violations);
  }

  private void checkTask(StoredTask task) {
    ToldTask asTold = told.tasks().get(task.id());
    if (asTold == null) {
      violations.add("Nothing was ever told of task " + task.id());
      return;
    }
    if (!StoredTask.of(task, asTold.now()).equals(task)) {
      violations.add("%s, but told was %s".formatted(task, asTold.now()));
    }
    String state = task.resumeFrom();
    if (state != null && asTold.holders().stream().noneMatch(state::startsWith)) {
      violations.add("%s goes on from what no holder wrote".formatted(task));
    }
  }

  private void checkStep(Stored<StepId, StepState> step, List<StoredTask> tasks) {
    List<TaskState> states =
        tasks.stream()
            .filter(task -> task.step().equals(step.id()))
            .map(StoredTask::state)
            .toList();
    boolean fits =
        switch (step.state()) {
          case SUCCEEDED ->
              !states.isEmpty() && states.stream().allMatch(TaskState.SUCCEEDED::equals);
          case FAILED -> states.contains(TaskState.FAILED) || states.contains(TaskState.DEAD);
          case CANCELLED ->
              states.stream().noneMatch(s -> s == TaskState.FAILED || s == TaskState.DEAD)
                  && (states.isEmpty() || states.contains(TaskState.CANCELLED));
          case SKIPPED -> states.isEmpty();
          case WAITING, QUEUED, RUNNING -> false;
        };
    if (!fits || told.steps().get(step.id()) != step.state()) {
      violations.add(
          "Step %s is %s with tasks %s, and was told to be %s"
              .formatted(step.id(), step.state(), states, told.steps().get(step.id())));
    }
  }

  private void checkRun(Stored<RunId, RunState> run, List<Stored<StepId, StepState>> all) {
    List<StepState> steps =
        all.stream().filter(step -> step.run().equals(run.id())).map(Stored::state).toList();
    boolean succeeded = steps.stream().allMatch(StepState.SUCCEEDED::equals);
    boolean fits =
        switch (run.state()) {
          case SUCCEEDED -> succeeded;
          case FAILED -> steps.contains(StepState.FAILED);
          case CANCELLED -> !succeeded;
          case RUNNING, PAUSED, CANCELLING -> false;
        };
    if (!fits || told.runs().get(run.id()) != run.state()) {
      violations.add(
          "Run %s is %s with steps %s, and was told to be %s"
              .formatted(run.id(), run.state(), steps, told.runs().get(run.id())));
    }
  }

  private void checkPublished() {
    tables
        .database()
        .transact(
            tx ->
                tx.query(
                    PUBLISHED,
                    row ->
                        row.number("published") == (row.flag("owed") ? 1 : 0)
                            ? ""
                            : "Task %s (%s) published %d times"
                                .formatted(
                                    row.uuid("task_id"),
                                    row.text("step"),
                                    row.number("published"))))
        .stream()
        .filter(text -> !text.isEmpty())
        .forEach(violations::add);
  }

  private List<Stored<RunId, RunState>> runs() {
    return tables
        .database()
        .transact(
            tx ->
                tx.query(
                    "SELECT run_id, state FROM run",
                    row -> {
                      RunId id = new RunId(row.uuid("run_id"));
                      return new Stored<>(id, id, RunState.valueOf(row.text("state")));
                    }));
  }

  private List<Stored<StepId, StepState>> steps() {
    return tables
        .database()
        .transact(
            tx ->
                tx.query(
                    "SELECT step_id, run_id, state FROM step",
                    row ->
                        new Stored<>(
                            new StepId(row.uuid("step_id")),
                            new RunId(row.uuid("run_id")),
                            StepState.valueOf(row.text("state")))));
  }

  private record Stored<I, S>(I id, RunId run, S state) {}

  private record StoredTask(
      TaskId id,
      StepId step,
      TaskState state,
      int attempt,
      int failures,
      int interruptions,
      @Nullable String worker,
      @Nullable String resumeFrom) {

    static StoredTask map(Row row) throws SQLException {
      return new StoredTask(
          new TaskId(row.uuid("task_id")),
          new StepId(row.uuid("step_id")),
          TaskState.valueOf(row.text("state")),
          row.integer("attempt"),
          row.integer("failures"),
          row.integer("interruptions"),
          row.textOrNull("worker_id"),
          row.textOrNull("resume_from"));
    }

    /** The same task as it was told. */
    static StoredTask of(StoredTask stored, TaskView view) {
      return new StoredTask(
          view.taskId(),
          stored.step(),
          view.state(),
          view.attempt(),
          view.failures(),
          view.interruptions(),
          Objects.toString(view.workerId(), null),
          stored.resumeFrom());
    }
  }
}
