package io.mien.orchestrator.retention;

import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which runs are to go, and the rows of those that do. Times are the database's. */
public final class JdbcRunExpiry {

  /** Nobody else looks at the run until the claim ends. */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT run_id
          FROM run
         WHERE %s AND pinned_at IS NULL AND (review_at IS NULL OR review_at <= now())
         ORDER BY finished_at
         LIMIT 1
           FOR NO KEY UPDATE SKIP LOCKED)
      UPDATE run SET review_at = now() + make_interval(secs => ?)
        FROM due
       WHERE run.run_id = due.run_id
      RETURNING run.run_id, run.name, run.template, run.finished_at
      """;

  private static final String CLAIM_EXPIRING = CLAIM.formatted("expiring_at IS NOT NULL");

  private static final String CLAIM_ENDED =
      CLAIM.formatted(
          "state = ? AND template <> 'expressions' AND finished_at < now() - make_interval(secs => ?)");

  private static final String CLAIM_OF_PHOTO =
      CLAIM.formatted(
          "template = 'expressions' AND finished_at < now() - make_interval(secs => ?)");

  /** Whoever makes something from the run waits, and sees afterwards that it is expiring. */
  private static final String LOCK =
      """
      SELECT expiring_at IS NOT NULL AS expiring
        FROM run
       WHERE run_id = ? AND finished_at = ? AND pinned_at IS NULL
         FOR UPDATE
      """;

  private static final String TASKS = "SELECT task_id FROM task WHERE run_id = ? ORDER BY task_id";

  private static final String TASK_WORKS =
      """
      SELECT 'one of its tasks is still working' AS need
        FROM task
       WHERE run_id = ? AND state NOT IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED')
       LIMIT 1
      """;

  private static final String ALIAS =
      """
      SELECT 'its checkpoint ' || checkpoint_id || ' has the alias ' || alias AS need
        FROM checkpoint
        JOIN checkpoint_alias USING (checkpoint_id)
       WHERE run_id = ?
       LIMIT 1
      """;

  private static final String NEWEST_VERSION =
      """
      SELECT 'it made the newest version of dataset ' || dataset_id AS need
        FROM dataset_version
        JOIN dataset USING (dataset_id)
       WHERE task_id = ANY(CAST(? AS uuid[]))
         AND dataset.prepared #>> '{dataset,prefix}' = dataset_version.location ->> 'prefix'
       LIMIT 1
      """;

  /** That somebody was taken out, of what, and what had learnt from them, is told from these. */
  private static final String ERASURE =
      """
      SELECT 'it belongs to the evidence of an erasure from dataset ' || erased_subject.dataset_id AS need
        FROM erased_subject
       WHERE erased_subject.run_id = ?
          OR EXISTS (
               SELECT FROM dataset_version
                WHERE dataset_version.dataset_id = erased_subject.dataset_id
                  AND dataset_version.task_id = ANY(CAST(? AS uuid[])))
       LIMIT 1
      """;

  private static final String PLANNED_WITH =
      """
      SELECT 'run ' || run_id || ' was planned with what it made' AS need
        FROM run
       WHERE named_tasks(plan) && CAST(? AS uuid[]) AND run_id <> ?
       LIMIT 1
      """;

  private static final String NAMED =
      """
      SELECT 'task ' || task_id || ' of run ' || run_id || ' names what it made' AS need
        FROM task
       WHERE state = 'SUCCEEDED' AND named_tasks(result) && CAST(? AS uuid[]) AND run_id <> ?
       LIMIT 1
      """;

  private static final String POSTPONE =
      "UPDATE run SET review_at = now() + make_interval(secs => ?) WHERE run_id = ?";

  private static final String SEAL = "UPDATE run SET expiring_at = now() WHERE run_id = ?";

  private static final List<String> DELETE_PARTS =
      List.of(
          "DELETE FROM sample USING task WHERE task.task_id = sample.task_id AND task.run_id = ?",
          "DELETE FROM measure USING task WHERE task.task_id = measure.task_id AND task.run_id = ?",
          "DELETE FROM evaluation WHERE run_id = ?",
          "DELETE FROM checkpoint WHERE run_id = ?",
          "DELETE FROM dataset_version USING task WHERE task.task_id = dataset_version.task_id AND task.run_id = ?",
          "DELETE FROM task WHERE run_id = ?",
          "DELETE FROM step WHERE run_id = ?",
          "DELETE FROM idempotency_key WHERE resource_id = ?");

  private static final String DELETE = "DELETE FROM run WHERE run_id = ?";

  /** A run whose deletion somebody began and did not live to end. */
  Optional<DueRun> claimExpiring(Transaction tx, Duration claim) {
    return tx.find(CLAIM_EXPIRING, JdbcRunExpiry::map, claim);
  }

  /** A run that ended so long ago, but for those about one photo. */
  Optional<DueRun> claimEnded(Transaction tx, RunState state, Duration kept, Duration claim) {
    return tx.find(CLAIM_ENDED, JdbcRunExpiry::map, state, kept, claim);
  }

  /** A run about one photo that ended so long ago. */
  Optional<DueRun> claimOfPhoto(Transaction tx, Duration kept, Duration claim) {
    return tx.find(CLAIM_OF_PHOTO, JdbcRunExpiry::map, kept, claim);
  }

  /**
   * Locks the run. Empty when it is gone, pinned or going on since it was claimed; else whether it
   * is expiring already.
   */
  Optional<Boolean> lock(Transaction tx, DueRun run) {
    return tx.find(LOCK, row -> row.flag("expiring"), run.runId(), run.finishedAt());
  }

  List<TaskId> tasks(Transaction tx, RunId run) {
    return tx.query(TASKS, row -> new TaskId(row.uuid("task_id")), run);
  }

  /** Why the run is still needed, if it is. The caller has locked it. */
  Optional<String> need(Transaction tx, RunId run, Collection<TaskId> tasks) {
    return find(tx, TASK_WORKS, run)
        .or(() -> find(tx, ALIAS, run))
        .or(() -> find(tx, NEWEST_VERSION, tasks))
        .or(() -> find(tx, ERASURE, run, tasks))
        .or(() -> find(tx, PLANNED_WITH, tasks, run))
        .or(() -> find(tx, NAMED, tasks, run));
  }

  /** Looks at the run again after a while. */
  void postpone(Transaction tx, RunId run, Duration pause) {
    tx.update(POSTPONE, pause, run);
  }

  /** From here on there is no way back. */
  void seal(Transaction tx, RunId run) {
    tx.update(SEAL, run);
  }

  /**
   * Deletes the rows of the run; its history stays as long as all history.
   *
   * @return whether they were there
   */
  boolean delete(Transaction tx, RunId run) {
    DELETE_PARTS.forEach(delete -> tx.update(delete, run));
    return tx.update(DELETE, run) == 1;
  }

  private static Optional<String> find(Transaction tx, String sql, Object... parameters) {
    return tx.find(sql, row -> row.text("need"), parameters);
  }

  private static DueRun map(Row row) throws SQLException {
    return new DueRun(
        new RunId(row.uuid("run_id")),
        row.text("name"),
        row.text("template"),
        row.instant("finished_at"));
  }

  /** A run whose time is over. */
  record DueRun(RunId runId, String name, String template, Instant finishedAt) {}
}
