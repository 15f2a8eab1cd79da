package io.mien.orchestrator.worker;

import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code worker}. */
public final class JdbcWorkerRepository {

  private static final String COLUMNS = "heartbeat, state, last_seen_at, drained_at, drain_reason";

  private static final String STATE = "SELECT state FROM worker WHERE worker_id = ? FOR UPDATE";

  /** A worker that said it stopped does not come back: a restarted process is another worker. */
  private static final String UPSERT =
      """
      INSERT INTO worker (worker_id, kind, slots, state, heartbeat)
      VALUES (?, ?, ?, 'ALIVE', CAST(? AS jsonb))
      ON CONFLICT (worker_id) DO UPDATE
         SET slots = EXCLUDED.slots, state = 'ALIVE', heartbeat = EXCLUDED.heartbeat, last_seen_at = now()
       WHERE worker.state <> 'STOPPED'
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String STOP =
      """
      UPDATE worker SET state = 'STOPPED', last_seen_at = now()
       WHERE worker_id = ? AND state <> 'STOPPED'
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String DRAIN =
      """
      UPDATE worker
         SET drained_at = COALESCE(drained_at, now()), drain_reason = ?
       WHERE worker_id = ? AND state <> 'STOPPED'
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String RESUME =
      """
      UPDATE worker
         SET drained_at = NULL, drain_reason = NULL
       WHERE worker_id = ? AND state <> 'STOPPED'
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String LOSE =
      """
      UPDATE worker
         SET state = 'LOST',
             lost_tasks = (SELECT count(*)
                             FROM task
                            WHERE task.worker_id = worker.worker_id AND task.state IN ('RUNNING', 'CANCELLING'))
       WHERE state = 'ALIVE' AND last_seen_at < CAST(? AS timestamptz) - make_interval(secs => ?)
      RETURNING %s
      """
          .formatted(COLUMNS);

  private static final String FORGET =
      """
      DELETE FROM worker
       WHERE (state = 'STOPPED' AND last_seen_at < now() - make_interval(secs => ?))
          OR (state = 'LOST' AND last_seen_at < now() - make_interval(secs => ?))
      """;

  private static final String PAGE =
      """
      SELECT %s
        FROM worker
       WHERE CAST(? AS text) IS NULL
          OR (CASE state WHEN 'ALIVE' THEN '0' ELSE '1' END || worker_id) COLLATE "C" > ?
       ORDER BY (CASE state WHEN 'ALIVE' THEN '0' ELSE '1' END || worker_id) COLLATE "C"
       LIMIT ?
      """
          .formatted(COLUMNS);

  /** The worker's state before this heartbeat, or empty when it is new. */
  Optional<String> lockState(Transaction tx, WorkerHeartbeat heartbeat) {
    return tx.find(STATE, row -> row.text("state"), heartbeat.workerId());
  }

  /** The worker as it is now, or empty when it had stopped before. */
  Optional<WorkerView> seen(Transaction tx, WorkerHeartbeat heartbeat) {
    return tx.find(
        UPSERT,
        JdbcWorkerRepository::map,
        heartbeat.workerId(),
        heartbeat.kind(),
        heartbeat.slots(),
        new Json(heartbeat));
  }

  Optional<WorkerView> stopped(Transaction tx, WorkerStopped event) {
    return tx.find(STOP, JdbcWorkerRepository::map, event.workerId());
  }

  /** Keeps offers from a worker; empty when there is none that lives or may come back. */
  Optional<WorkerView> drain(Transaction tx, WorkerId worker, String reason) {
    return tx.find(DRAIN, JdbcWorkerRepository::map, reason, worker);
  }

  /** Lets a worker have offers again. */
  Optional<WorkerView> resume(Transaction tx, WorkerId worker) {
    return tx.find(RESUME, JdbcWorkerRepository::map, worker);
  }

  /** Workers that nothing was heard of for so long before the given moment. */
  List<WorkerView> lose(Transaction tx, Instant before, Duration silence) {
    return tx.query(LOSE, JdbcWorkerRepository::map, before, silence);
  }

  void forget(Transaction tx, Duration stopped, Duration lost) {
    tx.update(FORGET, stopped, lost);
  }

  /** Where a worker stands in the list: the living first, then by id. */
  public static String place(WorkerView worker) {
    return (worker.state().equals("ALIVE") ? "0" : "1") + worker.heartbeat().workerId();
  }

  /** By {@link #place}. */
  public List<WorkerView> page(Transaction tx, @Nullable String after, int limit) {
    return tx.query(PAGE, JdbcWorkerRepository::map, after, after, limit);
  }

  private static WorkerView map(Row row) throws SQLException {
    return new WorkerView(
        row.json("heartbeat", WorkerHeartbeat.class),
        row.text("state"),
        row.instant("last_seen_at"),
        row.instantOrNull("drained_at"),
        row.textOrNull("drain_reason"));
  }
}
