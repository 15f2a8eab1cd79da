package io.mien.orchestrator.waiting;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.queue.KindSlots;
import io.mien.orchestrator.queue.RecentStarts;
import io.mien.orchestrator.task.Lane;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Reads {@link TaskSituation}s. */
final class JdbcSituations {

  private static final String FIND =
      """
      SELECT task.task_id, task.kind, task.state, task.lane, task.held_at IS NOT NULL AS held,
             EXTRACT(EPOCH FROM task.not_before_at - now()) AS backoff, task.offers_expired,
             task.worker_id,
             COALESCE(EXTRACT(EPOCH FROM now() - task.lease_until) + ?, 0) AS silent,
             task.yield_asked_at IS NOT NULL AS yielding,
             queue_pause.reason AS pause_reason,
             (SELECT count(*)
                FROM (SELECT 1
                        FROM task AS other
                       WHERE other.kind = task.kind AND other.state = 'QUEUED' AND other.held_at IS NULL
                         AND other.not_before_at <= now()
                         AND (other.lane, other.urgent_at, other.task_id)
                           < (task.lane, task.urgent_at, task.task_id)
                       LIMIT 1000) AS before_it) AS ahead,
             api_key.name AS client, api_key.most_running, api_key.starts_per_minute,
             (SELECT count(*)
                FROM task AS own
               WHERE own.client = task.client AND own.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS client_active,
             %s AS client_started,
             (SELECT COALESCE(percentile_cont(0.5) WITHIN GROUP (ORDER BY earlier.seconds) FILTER (WHERE earlier.alike),
                              percentile_cont(0.5) WITHIN GROUP (ORDER BY earlier.seconds))
                FROM (SELECT EXTRACT(EPOCH FROM done.finished_at - done.started_at) AS seconds,
                             past.preset IS NOT DISTINCT FROM run.preset
                               AND (run.preset IS NOT NULL OR past.template = run.template) AS alike
                        FROM task AS done
                        JOIN run AS past ON past.run_id = done.run_id
                       WHERE done.step = task.step AND done.state = 'SUCCEEDED'
                         AND done.started_at IS NOT NULL
                       ORDER BY done.finished_at DESC
                       LIMIT 200) AS earlier) AS typical
        FROM task
        JOIN run ON run.run_id = task.run_id
        LEFT JOIN queue_pause ON queue_pause.kind = task.kind
        LEFT JOIN api_key ON api_key.api_key_id = task.client
       WHERE task.task_id = ?
      """
          .formatted(RecentStarts.count("task.client"));

  private static final String KIND = "SELECT kind FROM task WHERE task_id = ?";

  private final JdbcQueues queues;
  private final Duration lease;

  /**
   * @param lease that a heartbeat gives
   */
  JdbcSituations(JdbcQueues queues, Duration lease) {
    this.queues = queues;
    this.lease = lease;
  }

  Optional<TaskSituation> find(Transaction tx, TaskId taskId) {
    return tx.find(KIND, row -> row.kind("kind"), taskId)
        .map(kind -> queues.slots(tx, kind).orElse(KindSlots.NONE))
        .flatMap(slots -> tx.find(FIND, row -> map(row, slots), lease, taskId));
  }

  private static TaskSituation map(Row row, KindSlots slots) throws SQLException {
    return new TaskSituation(
        new TaskId(row.uuid("task_id")),
        row.kind("kind"),
        TaskState.valueOf(row.text("state")),
        Lane.values()[row.integer("lane")],
        row.flag("held"),
        row.real("backoff"),
        row.integer("offers_expired"),
        row.textOrNull("worker_id"),
        row.real("silent"),
        row.flag("yielding"),
        around(row, slots));
  }

  private static TaskSituation.Surroundings around(Row row, KindSlots slots) throws SQLException {
    return new TaskSituation.Surroundings(
        row.textOrNull("pause_reason"),
        slots,
        row.integer("ahead"),
        row.textOrNull("client"),
        row.integerOrNull("most_running"),
        row.integer("client_active"),
        row.integerOrNull("starts_per_minute"),
        row.integer("client_started"),
        row.realOrNull("typical"));
  }
}
