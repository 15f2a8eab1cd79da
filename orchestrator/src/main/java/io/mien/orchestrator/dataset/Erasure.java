package io.mien.orchestrator.dataset;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import java.time.Instant;

/** A row of {@code erased_subject}. */
public record Erasure(String subject, RunId runId, int crops, Instant at) {

  static Erasure map(Row row) throws SQLException {
    return new Erasure(
        row.text("subject"),
        new RunId(row.uuid("run_id")),
        row.integer("crops"),
        row.instant("erased_at"));
  }
}
