package io.mien.orchestrator.waiting;

import io.mien.orchestrator.database.Transaction;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long steps took before. */
final class JdbcStepTimes {

  private static final String TYPICAL =
      """
      SELECT took.step, percentile_cont(0.5) WITHIN GROUP (ORDER BY took.seconds) AS seconds,
             count(*) AS runs
        FROM (SELECT task.step, EXTRACT(EPOCH FROM max(task.finished_at) - min(task.started_at)) AS seconds
                FROM (SELECT run.run_id
                        FROM run
                       WHERE run.state = 'SUCCEEDED' AND run.template = ?
                         AND run.preset IS NOT DISTINCT FROM CAST(? AS text)
                       ORDER BY run.run_id DESC
                       LIMIT 20) AS earlier
                JOIN task ON task.run_id = earlier.run_id
               WHERE task.started_at IS NOT NULL
               GROUP BY task.run_id, task.step) AS took
       GROUP BY took.step
      """;

  /**
   * By step, what it took in the last runs alike.
   *
   * @param preset of those runs, null where they have none
   */
  Map<String, StepTime> typical(Transaction tx, @Nullable String preset, String template) {
    Map<String, StepTime> times = new HashMap<>();
    tx.query(
        TYPICAL,
        row -> times.put(row.text("step"), new StepTime(row.real("seconds"), row.integer("runs"))),
        template,
        preset);
    return times;
  }

  /**
   * @param seconds the median
   * @param runs how many it is of
   */
  record StepTime(double seconds, int runs) {}
}
