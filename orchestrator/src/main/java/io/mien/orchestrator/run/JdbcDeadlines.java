package io.mien.orchestrator.run;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Until when runs may take. Whether it is past is told by the database's clock. */
public final class JdbcDeadlines {

  private static final String SET = "UPDATE run SET deadline_at = ? WHERE run_id = ?";

  /** Nobody else gets these while the transaction lasts. */
  private static final String OVERDUE =
      """
      WITH due AS MATERIALIZED (
        SELECT run_id
          FROM run
         WHERE deadline_at <= now() AND overdue_at IS NULL AND finished_at IS NULL
         ORDER BY deadline_at
         LIMIT ?
           FOR UPDATE SKIP LOCKED)
      UPDATE run SET overdue_at = now()
        FROM due
       WHERE run.run_id = due.run_id
      RETURNING run.run_id
      """;

  private static final String FIND = "SELECT deadline_at, overdue_at FROM run WHERE run_id = ?";

  /**
   * A run's deadline.
   *
   * @param overdueAt when the run was given up for it; null when it was not
   */
  public record Deadline(@Nullable Instant at, @Nullable Instant overdueAt) {}

  public void set(Transaction tx, RunId run, Instant deadline) {
    tx.update(SET, deadline, run);
  }

  /** Marks runs whose deadline is past, each once. */
  List<RunId> takeOverdue(Transaction tx, int most) {
    return tx.query(OVERDUE, row -> new RunId(row.uuid("run_id")), most);
  }

  /** The deadline of a run that is known to exist. */
  public Deadline of(Transaction tx, RunId run) {
    return tx.query(FIND, JdbcDeadlines::map, run).get(0);
  }

  private static Deadline map(Row row) throws SQLException {
    return new Deadline(row.instantOrNull("deadline_at"), row.instantOrNull("overdue_at"));
  }
}
