package io.mien.orchestrator.synthesis;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the rows of runs and tasks say of syntheses; the items themselves have no rows. */
final class JdbcSyntheses {

  private static final String PAGE =
      """
      SELECT run_id
        FROM run
       WHERE template = 'synthesis' AND (CAST(? AS uuid) IS NULL OR run_id < ?)
       ORDER BY run_id DESC
       LIMIT ?
      """;

  /**
   * What works is counted as it goes on; what ended without a result, by the state that it left.
   * The pace is that of the last minute, as if every part had gone on evenly from its first start;
   * items that come to nothing count, and parts that are taken from earlier requests do not.
   */
  private static final String TALLY =
      """
      WITH work AS (
        SELECT step, result, started_at,
               CASE WHEN step = 'generate' THEN COALESCE(CAST(result ->> 'rejected' AS bigint), resume_rejected) END AS rejected,
               CASE WHEN step = 'generate' THEN COALESCE(CAST(result ->> 'images' AS bigint), resume_images) END AS images,
               CASE WHEN step <> 'list' AND started_at IS NOT NULL
                         AND (state = 'RUNNING' OR finished_at > now() - INTERVAL '1 minute')
                    THEN EXTRACT(epoch FROM COALESCE(finished_at, now()) - GREATEST(started_at, now() - INTERVAL '1 minute'))
                           / GREATEST(0.001, EXTRACT(epoch FROM COALESCE(finished_at, now()) - started_at))
                    END AS share,
               CASE WHEN step <> 'generate' THEN 0
                    WHEN state = 'SUCCEEDED' THEN CAST(result ->> 'synthesised' AS bigint)
                    WHEN finished_at IS NOT NULL THEN COALESCE(resume_iteration, 0)
                    ELSE COALESCE(GREATEST(CAST(progress ->> 'done' AS bigint), resume_iteration), 0) END AS done,
               CASE WHEN state = 'SUCCEEDED' THEN CAST(result ->> 'failed' AS bigint)
                    WHEN state IN ('FAILED', 'DEAD') THEN units - COALESCE(resume_iteration, 0)
                    ELSE 0 END AS failed
          FROM task
         WHERE run_id = ?)
      SELECT max(CAST(result ->> 'accepted' AS bigint) + failed) FILTER (WHERE step = 'list') AS total,
             COALESCE(sum(done), 0) AS done,
             COALESCE(sum(rejected), 0) AS rejected,
             COALESCE(sum(failed), 0) AS failed,
             COALESCE(sum(images), 0) AS images,
             COALESCE(sum((done + failed) * share), 0)
               / GREATEST(1, LEAST(60, EXTRACT(epoch FROM now() - min(started_at) FILTER (WHERE step <> 'list')))) AS per_second
        FROM work
      """;

  /** Newest first. */
  List<RunId> page(Transaction tx, @Nullable UUID before, int limit) {
    return tx.query(PAGE, row -> new RunId(row.uuid("run_id")), before, before, limit);
  }

  ItemTally tally(Transaction tx, RunId run) {
    return tx.query(TALLY, JdbcSyntheses::map, run).get(0);
  }

  private static ItemTally map(Row row) throws SQLException {
    Double total = row.realOrNull("total");
    return new ItemTally(
        total == null ? null : total.longValue(),
        row.number("done"),
        row.number("rejected"),
        row.number("failed"),
        row.number("images"),
        row.real("per_second"));
  }
}
