package io.mien.orchestrator.task;

import io.mien.contracts.TaskState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import java.util.UUID;

/** The columns of {@code task} that make a {@link Task}, and how they do. */
final class TaskColumns {

  static final String ALL =
      """
      task.task_id, task.run_id, task.step_id, task.step, task.kind, task.state, task.spec, task.client,
      task.attempt, task.failures, task.interruptions, task.worker_id, task.progress,
      task.resume_from, task.yield_asked_at, task.reused_task_id, task.result, task.error, task.created_at, task.started_at,
      task.finished_at,
      EXTRACT(EPOCH FROM COALESCE(task.finished_at, now()) - task.started_at) AS seconds
      """;

  private TaskColumns() {}

  static Task map(Row row) throws SQLException {
    return new Task(
        new StepId(row.uuid("step_id")),
        row.json("spec", TaskSpec.class),
        row.uuid("client"),
        row.jsonOrNull("resume_from", PrefixRef.class),
        row.instantOrNull("yield_asked_at"),
        view(row));
  }

  private static TaskView view(Row row) throws SQLException {
    String workerId = row.textOrNull("worker_id");
    UUID reused = row.uuidOrNull("reused_task_id");
    return new TaskView(
        new TaskId(row.uuid("task_id")),
        new RunId(row.uuid("run_id")),
        row.text("step"),
        row.kind("kind"),
        TaskState.valueOf(row.text("state")),
        row.integer("attempt"),
        row.integer("failures"),
        row.integer("interruptions"),
        workerId == null ? null : new WorkerId(workerId),
        row.jsonOrNull("progress", Progress.class),
        row.instant("created_at"),
        row.instantOrNull("started_at"),
        row.instantOrNull("finished_at"),
        row.realOrNull("seconds"),
        reused == null ? null : new TaskId(reused),
        row.jsonOrNull("result", TaskResult.class),
        row.jsonOrNull("error", TaskError.class));
  }
}
