package io.mien.orchestrator.queue;

import io.mien.contracts.TaskKind;
import io.mien.orchestrator.database.Transaction;
import java.util.HashMap;
import java.util.Map;

/** Rows of {@code queue_pause}: kinds of task that are not offered for the time being. */
public final class JdbcQueuePauses {

  private static final String ALL = "SELECT kind, reason FROM queue_pause";

  private static final String PAUSE =
      """
      INSERT INTO queue_pause (kind, reason)
      VALUES (?, ?)
      ON CONFLICT (kind) DO UPDATE SET reason = EXCLUDED.reason
      """;

  private static final String RESUME = "DELETE FROM queue_pause WHERE kind = ?";

  /** By kind, why it is paused. */
  public Map<TaskKind, String> reasons(Transaction tx) {
    Map<TaskKind, String> reasons = new HashMap<>();
    tx.query(ALL, row -> reasons.put(row.kind("kind"), row.text("reason")));
    return reasons;
  }

  public void pause(Transaction tx, TaskKind kind, String reason) {
    tx.update(PAUSE, kind, reason);
  }

  public void resume(Transaction tx, TaskKind kind) {
    tx.update(RESUME, kind);
  }
}
