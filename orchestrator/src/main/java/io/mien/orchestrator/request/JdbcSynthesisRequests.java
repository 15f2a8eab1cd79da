package io.mien.orchestrator.request;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code synthesis_request}. */
final class JdbcSynthesisRequests {

  private static final String INSERT =
      """
      INSERT INTO synthesis_request (run_id, event_source, event_id)
      VALUES (?, ?, ?)
      ON CONFLICT DO NOTHING
      """;

  private static final String OPEN =
      "SELECT count(*) AS open FROM synthesis_request WHERE answered_at IS NULL";

  /** Nobody else gets these while the transaction lasts. */
  private static final String TAKE_ENDED =
      """
      WITH due AS MATERIALIZED (
        SELECT synthesis_request.run_id
          FROM synthesis_request
          JOIN run ON run.run_id = synthesis_request.run_id AND run.finished_at IS NOT NULL
         WHERE synthesis_request.answered_at IS NULL
         ORDER BY synthesis_request.received_at
         LIMIT ?
           FOR UPDATE OF synthesis_request SKIP LOCKED)
      UPDATE synthesis_request SET answered_at = now()
        FROM due
       WHERE synthesis_request.run_id = due.run_id
      RETURNING synthesis_request.run_id, synthesis_request.event_source, synthesis_request.event_id
      """;

  /** False when it is known already. */
  boolean insert(Transaction tx, RunId run, EventKey event) {
    return tx.update(INSERT, run, event.source(), event.id()) == 1;
  }

  /** How many have not ended. */
  int open(Transaction tx) {
    return tx.query(OPEN, row -> row.integer("open")).get(0);
  }

  /** Those whose end is to be told, each once. */
  List<Ended> takeEnded(Transaction tx, int most) {
    return tx.query(TAKE_ENDED, JdbcSynthesisRequests::map, most);
  }

  private static Ended map(Row row) throws SQLException {
    return new Ended(
        new RunId(row.uuid("run_id")),
        new EventKey(row.text("event_source"), row.text("event_id")));
  }

  /** A synthesis that has ended, and which event had asked for it. */
  record Ended(RunId runId, EventKey event) {}
}
