package io.mien.orchestrator.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code task}: made and read here, changed only by {@link JdbcTaskTransitions}. */
public final class JdbcTaskRepository {

  private static final String INSERT =
      """
      INSERT INTO task (task_id, run_id, step_id, step, part, kind, state, units, spec,
                        fingerprint, client, priority, lane, urgent_at, held_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, CAST(? AS jsonb),
              ?, ?, ?, ?, now() - make_interval(mins => ?),
              (SELECT now() FROM run WHERE run.run_id = ? AND run.state = 'PAUSED'))
      RETURNING %s
      """
          .formatted(TaskColumns.ALL);

  private static final String FIND =
      "SELECT %s FROM task WHERE task.task_id = ?".formatted(TaskColumns.ALL);

  private static final String OF_RUNS =
      "SELECT %s FROM task WHERE task.run_id = ANY(CAST(? AS uuid[])) ORDER BY task.part, task.task_id"
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

  /**
   * Done by the code that a living worker has, and not itself taken from an earlier one. Its run is
   * kept from being deleted until the transaction ends; then the new task's result names it.
   */
  private static final String REUSABLE =
      """
      SELECT %s
        FROM task
        JOIN run AS source ON source.run_id = task.run_id AND source.expiring_at IS NULL
       WHERE task.fingerprint = ? AND task.state = 'SUCCEEDED' AND task.reused_task_id IS NULL
         AND task.code_version IN (SELECT worker.heartbeat ->> 'version'
                                     FROM worker
                                    WHERE worker.kind = ? AND worker.state = 'ALIVE')
       ORDER BY task.finished_at DESC
       LIMIT 1
         FOR KEY SHARE OF source
      """
          .formatted(TaskColumns.ALL);

  private static final String HELD_BY_WORKERS =
      """
      SELECT %s
        FROM task
       WHERE task.run_id = ? AND task.state IN ('OFFERED', 'RUNNING')
       ORDER BY task.task_id
         FOR UPDATE
      """
          .formatted(TaskColumns.ALL);

  private static final String HOLD =
      "UPDATE task SET held_at = now() WHERE run_id = ? AND state = 'QUEUED' AND held_at IS NULL";

  private static final String RELEASE =
      """
      UPDATE task
         SET held_at = NULL, yield_asked_at = NULL
       WHERE run_id = ? AND state IN ('QUEUED', 'RUNNING')
      """;

  private static final String PRIORITISE =
      """
      UPDATE task
         SET priority = ?, lane = ?, urgent_at = created_at - make_interval(mins => ?)
       WHERE run_id = ? AND finished_at IS NULL
      """;

  private static final String STATES =
      """
      SELECT step_id, state, count(*) AS tasks
        FROM task
       WHERE step_id = ANY(CAST(? AS uuid[]))
       GROUP BY step_id, state
      """;

  /** Of each step the task to look at: one that failed, or runs, or waits, or is the newest. */
  private static final String TELLING =
      """
      SELECT DISTINCT ON (task.step_id) %s
        FROM task
       WHERE task.run_id = ANY(CAST(? AS uuid[]))
       ORDER BY task.step_id,
                CASE WHEN task.state IN ('FAILED', 'DEAD') THEN 0
                     WHEN task.state IN ('RUNNING', 'CANCELLING') THEN 1
                     WHEN task.state IN ('OFFERED', 'QUEUED') THEN 2
                     ELSE 3 END,
                task.task_id DESC
      """
          .formatted(TaskColumns.ALL);

  private static final String SHARED =
      """
      SELECT step_id,
             count(*) FILTER (WHERE state IN ('QUEUED', 'OFFERED')) AS waiting,
             count(*) FILTER (WHERE state IN ('RUNNING', 'CANCELLING')) AS running,
             count(*) FILTER (WHERE state = 'SUCCEEDED') AS succeeded,
             count(*) FILTER (WHERE state IN ('FAILED', 'DEAD', 'CANCELLED')) AS ended,
             COALESCE(sum(units), 0) AS units,
             COALESCE(sum(CASE WHEN state = 'SUCCEEDED' THEN units
                               ELSE LEAST(units, COALESCE(CAST(progress ->> 'done' AS bigint), 0)) END), 0) AS done,
             COALESCE(sum(CAST(progress ->> 'perSecond' AS float8))
                      FILTER (WHERE state = 'RUNNING'), 0) AS rate,
             EXTRACT(EPOCH FROM CASE WHEN bool_and(finished_at IS NOT NULL) THEN max(finished_at) ELSE now() END
                     - min(started_at)) AS seconds
        FROM task
       WHERE step_id IN (SELECT second.step_id
                           FROM task AS second
                          WHERE second.run_id = ANY(CAST(? AS uuid[])) AND second.part = 1)
       GROUP BY step_id
      """;

  private static final String PUBLISHED_ATTEMPT =
      """
      SELECT 1
        FROM task
       WHERE task_id = ? AND attempt = ? AND split_part(worker_id, '/', -1) = ?
         AND state = 'SUCCEEDED'
      """;

  private static final String OF_ITEMS =
      "SELECT 1 FROM task WHERE task_id = ? AND spec ->> 'type' = 'SynthesiseItems'";

  /** Queues a task; while its run is paused, it is held. */
  public Task insert(Transaction tx, NewTask task) {
    OptionalLong units = task.spec().units();
    Standing standing = task.standing();
    return tx.query(
            INSERT,
            TaskColumns::map,
            task.taskId(),
            task.runId(),
            task.stepId(),
            task.step(),
            task.part(),
            task.spec().kind(),
            TaskState.QUEUED,
            units.isPresent() ? units.getAsLong() : null,
            new Json(task.spec()),
            task.fingerprint(),
            standing.client(),
            standing.priority(),
            standing.lane().ordinal(),
            standing.priority(),
            task.runId())
        .get(0);
  }

  public Optional<Task> find(Transaction tx, TaskId taskId) {
    return tx.find(FIND, TaskColumns::map, taskId);
  }

  /** The tasks of these runs, by their part of a step. */
  public List<Task> ofRuns(Transaction tx, Collection<RunId> runs) {
    return tx.query(OF_RUNS, TaskColumns::map, runs);
  }

  /** The newest task that did the same with the code of today. */
  public Optional<Task> reusable(Transaction tx, TaskKind kind, String fingerprint) {
    return tx.find(REUSABLE, TaskColumns::map, fingerprint, kind);
  }

  /**
   * The tasks of a run that were offered or run, locked: whoever is just now queueing one of them
   * again has done so when this returns.
   */
  public List<Task> heldByWorkers(Transaction tx, RunId run) {
    return tx.query(HELD_BY_WORKERS, TaskColumns::map, run);
  }

  /** Keeps the queued tasks of a run from being offered. */
  public void hold(Transaction tx, RunId run) {
    tx.update(HOLD, run);
  }

  /** Lets the tasks of a run be offered, and go on, again. */
  public void release(Transaction tx, RunId run) {
    tx.update(RELEASE, run);
  }

  /** Changes how urgent the tasks of a run are that have not ended. */
  public void prioritise(Transaction tx, RunId run, int priority) {
    tx.update(PRIORITISE, priority, Lane.of(priority).ordinal(), priority, run);
  }

  /** How many tasks of a step are in each state. */
  public Map<TaskState, Integer> states(Transaction tx, StepId step) {
    return states(tx, List.of(step)).getOrDefault(step, Map.of());
  }

  /** How many tasks of each of these steps are in each state; no entry for a step without tasks. */
  public Map<StepId, Map<TaskState, Integer>> states(Transaction tx, Collection<StepId> steps) {
    Map<StepId, Map<TaskState, Integer>> counts = new HashMap<>();
    tx.query(
        STATES,
        row ->
            counts
                .computeIfAbsent(
                    new StepId(row.uuid("step_id")), any -> new EnumMap<>(TaskState.class))
                .put(TaskState.valueOf(row.text("state")), row.integer("tasks")),
        steps);
    return counts;
  }

  /** Of each step of these runs the task to look at. */
  public List<Task> telling(Transaction tx, Collection<RunId> runs) {
    return tx.query(TELLING, TaskColumns::map, runs);
  }

  /** The steps of these runs that are shared out over several tasks. */
  public List<SharedStep> shared(Transaction tx, Collection<RunId> runs) {
    return tx.query(SHARED, SharedStep::map, runs);
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

  /** Whether the results of a task name images of all its attempts, not of the last one alone. */
  public boolean namesAllAttempts(Transaction tx, TaskId taskId) {
    return tx.find(OF_ITEMS, row -> true, taskId).isPresent();
  }

  /** What a list of tasks is restricted to. */
  public record Filter(@Nullable TaskState state, @Nullable TaskKind kind, @Nullable RunId runId) {}
}
