package io.mien.orchestrator.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code task}: made and read here, changed only by {@link JdbcTaskTransitions}. */
public final class JdbcTaskRepository {

  private static final String INSERT =
      """
      INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec)
      VALUES (?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb))
      RETURNING %s
      """
          .formatted(TaskColumns.ALL);

  private static final String FIND =
      "SELECT %s FROM task WHERE task.task_id = ?".formatted(TaskColumns.ALL);

  private static final String OF_RUNS =
      "SELECT %s FROM task WHERE task.run_id = ANY(CAST(? AS uuid[])) ORDER BY task.task_id"
          .formatted(TaskColumns.ALL);

  private static final String PAGE =
      """
      SELECT %s
        FROM task
       WHERE (CAST(? AS text) IS NULL OR task.state = ?)
         AND (CAST(? AS text) IS NULL OR task.kind = ?)
         AND (CAST(? AS uuid) IS NULL OR task.run_id = ?)
         AND (CAST(? AS uuid) IS NULL OR task.task_id < ?)
       ORDER BY task.task_id DESC
       LIMIT ?
      """
          .formatted(TaskColumns.ALL);

  private static final String PUBLISHED_ATTEMPT =
      """
      SELECT 1
        FROM task
       WHERE task_id = ? AND attempt = ? AND split_part(worker_id, '/', -1) = ?
         AND state = 'SUCCEEDED'
      """;

  /** Queues a task. */
  public Task insert(Transaction tx, NewTask task) {
    return tx.query(
            INSERT,
            TaskColumns::map,
            task.taskId(),
            task.runId(),
            task.stepId(),
            task.step(),
            task.spec().kind(),
            TaskState.QUEUED,
            task.priority(),
            new Json(task.spec()))
        .get(0);
  }

  public Optional<Task> find(Transaction tx, TaskId taskId) {
    return tx.find(FIND, TaskColumns::map, taskId);
  }

  /** The tasks of these runs, oldest first. */
  public List<Task> ofRuns(Transaction tx, Collection<RunId> runs) {
    return tx.query(OF_RUNS, TaskColumns::map, runs);
  }

  /** Newest first; every restriction is optional. */
  public List<Task> page(Transaction tx, Filter filter, @Nullable UUID before, int limit) {
    return tx.query(
        PAGE,
        TaskColumns::map,
        filter.state(),
        filter.state(),
        filter.kind(),
        filter.kind(),
        filter.runId(),
        filter.runId(),
        before,
        before,
        limit);
  }

  /**
   * Whether the outputs of this attempt of this worker are the task's published ones.
   *
   * @param life last segment of the worker's id
   */
  public boolean isPublished(Transaction tx, TaskId taskId, int attempt, String life) {
    return tx.find(PUBLISHED_ATTEMPT, row -> true, taskId, attempt, life).isPresent();
  }

  /** What a list of tasks is restricted to. */
  public record Filter(@Nullable TaskState state, @Nullable TaskKind kind, @Nullable RunId runId) {}
}
