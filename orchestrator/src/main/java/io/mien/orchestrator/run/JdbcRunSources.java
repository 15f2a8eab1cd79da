package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Transaction;
import java.util.Optional;
import java.util.UUID;

/** The runs that made what a run's plan names: they must not go while it is planned. */
final class JdbcRunSources {

  /** Retention locks a run for update before it judges whether anything names it. */
  private static final String HOLD =
      """
      SELECT source.run_id
        FROM run
        JOIN task ON task.task_id = ANY(named_tasks(run.plan))
        JOIN run AS source ON source.run_id = task.run_id
       WHERE run.run_id = ?
       ORDER BY source.run_id
         FOR KEY SHARE OF source
      """;

  private static final String GONE =
      """
      SELECT named.task_id
        FROM run
       CROSS JOIN unnest(named_tasks(run.plan)) AS named (task_id)
        LEFT JOIN task ON task.task_id = named.task_id
        LEFT JOIN run AS source ON source.run_id = task.run_id
       WHERE run.run_id = ? AND (source.run_id IS NULL OR source.expiring_at IS NOT NULL)
       ORDER BY named.task_id
       LIMIT 1
      """;

  /**
   * Keeps what the run's plan names until the transaction ends, and by the plan itself thereafter.
   *
   * @throws InvalidInput {@code source-expired}
   */
  void hold(Transaction tx, RunId run) {
    tx.query(HOLD, row -> true, run);
    Optional<UUID> gone = tx.find(GONE, row -> row.uuid("task_id"), run);
    gone.ifPresent(
        task -> {
          throw new InvalidInput(
              "source-expired",
              "Start a run: what task %s made is being deleted, since the time of its run is over. Name something else; 'mien run pin' keeps a run."
                  .formatted(task));
        });
  }
}
