package io.mien.orchestrator.dead;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DeadTasks;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/** Reads the dead tasks. */
public final class JdbcDeadTasks {

  private static final String GROUPS =
      """
      SELECT kind, COALESCE(error ->> 'fingerprint', 'unknown') AS fingerprint,
             COALESCE((array_agg(error ->> 'code' ORDER BY finished_at DESC))[1], 'unknown') AS code,
             COALESCE((array_agg(error ->> 'message' ORDER BY finished_at DESC))[1], '') AS message,
             count(*) AS tasks, min(finished_at) AS first_at, max(finished_at) AS last_at,
             (array_agg(DISTINCT CAST(run_id AS text) ORDER BY CAST(run_id AS text) DESC))[1:100] AS runs
        FROM task
       WHERE state = 'DEAD'
       GROUP BY kind, COALESCE(error ->> 'fingerprint', 'unknown')
       ORDER BY max(finished_at) DESC, kind, fingerprint
       LIMIT ?
      """;

  private static final String RUNS =
      """
      SELECT DISTINCT run_id
        FROM task
       WHERE state = 'DEAD' AND COALESCE(error ->> 'fingerprint', 'unknown') = ?
       ORDER BY run_id
       LIMIT ?
      """;

  /** By cause, the newest first. */
  public List<DeadTasks> groups(Transaction tx, int limit) {
    return tx.query(GROUPS, JdbcDeadTasks::map, limit);
  }

  /** The runs with dead tasks of a cause, the oldest first. */
  List<RunId> runs(Transaction tx, String fingerprint, int limit) {
    return tx.query(RUNS, row -> new RunId(row.uuid("run_id")), fingerprint, limit);
  }

  private static DeadTasks map(Row row) throws SQLException {
    return new DeadTasks(
        row.kind("kind"),
        row.text("fingerprint"),
        row.text("code"),
        row.text("message"),
        row.integer("tasks"),
        row.instant("first_at"),
        row.instant("last_at"),
        row.texts("runs").stream().map(RunId::fromString).toList());
  }
}
