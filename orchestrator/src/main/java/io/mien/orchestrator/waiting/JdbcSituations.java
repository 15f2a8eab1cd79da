package io.mien.orchestrator.waiting;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.queue.RecentStarts;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads {@link TaskSituation}s. */
final class JdbcSituations {

  private static final String FIND =
      """
      SELECT task.task_id, task.kind, task.state, task.held_at IS NOT NULL AS held,
             EXTRACT(EPOCH FROM task.not_before_at - now()) AS backoff, task.offers_expired,
             task.worker_id,
             COALESCE(EXTRACT(EPOCH FROM now() - task.lease_until) + ?, 0) AS silent,
             task.yield_asked_at IS NOT NULL AS yielding,
             queue_pause.reason AS pause_reason,
             (SELECT COALESCE(sum(worker.slots), 0)
                FROM worker
               WHERE worker.kind = task.kind AND worker.state = 'ALIVE' AND worker.drained_at IS NULL) AS slots,
             (SELECT count(*)
                FROM task AS busy
               WHERE busy.kind = task.kind AND busy.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS busy,
             (SELECT count(*)
                FROM (SELECT 1
                        FROM task AS other
                       WHERE other.kind = task.kind AND other.state = 'QUEUED' AND other.held_at IS NULL
                         AND (other.lane, other.urgent_at, other.task_id)
                           < (task.lane, task.urgent_at, task.task_id)
                       LIMIT 1000) AS before_it) AS ahead,
             api_key.name AS client, api_key.most_running, api_key.starts_per_minute,
             (SELECT count(*)
                FROM task AS own
               WHERE own.client = task.client AND own.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS client_active,
             %s AS client_started,
             (SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY earlier.seconds)
                FROM (SELECT EXTRACT(EPOCH FROM done.finished_at - done.started_at) AS seconds
                        FROM task AS done
                       WHERE done.step = task.step AND done.state = 'SUCCEEDED'
                         AND done.started_at IS NOT NULL
                       ORDER BY done.finished_at DESC
                       LIMIT 50) AS earlier) AS typical
        FROM task
        LEFT JOIN queue_pause ON queue_pause.kind = task.kind
        LEFT JOIN api_key ON api_key.api_key_id = task.client
       WHERE task.task_id = ?
      """
          .formatted(RecentStarts.count("task.client"));

  private final Duration lease;

  /**
   * @param lease that a heartbeat gives
   */
  JdbcSituations(Duration lease) {
    this.lease = lease;
  }

  Optional<TaskSituation> find(Transaction tx, TaskId taskId) {
    return tx.find(FIND, JdbcSituations::map, lease, taskId);
  }

  private static TaskSituation map(Row row) throws SQLException {
    return new TaskSituation(
        new TaskId(row.uuid("task_id")),
        row.kind("kind"),
        TaskState.valueOf(row.text("state")),
        row.flag("held"),
        row.real("backoff"),
        row.integer("offers_expired"),
        row.textOrNull("worker_id"),
        row.real("silent"),
        row.flag("yielding"),
        around(row));
  }

  private static TaskSituation.Surroundings around(Row row) throws SQLException {
    return new TaskSituation.Surroundings(
        row.textOrNull("pause_reason"),
        row.integer("slots"),
        row.integer("busy"),
        row.integer("ahead"),
        row.textOrNull("client"),
        row.integerOrNull("most_running"),
        row.integer("client_active"),
        row.integerOrNull("starts_per_minute"),
        row.integer("client_started"),
        row.realOrNull("typical"));
  }
}
