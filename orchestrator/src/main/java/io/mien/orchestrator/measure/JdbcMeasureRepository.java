package io.mien.orchestrator.measure;

import io.mien.contracts.event.Measure;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.MeasureSeries;
import io.mien.orchestrator.database.Transaction;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code measure}. An attempt that goes on from a training state overwrites what it does
 * again.
 */
public final class JdbcMeasureRepository {

  private static final String UPSERT =
      """
      INSERT INTO measure (task_id, name, iteration, value)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (task_id, name, iteration) DO UPDATE SET value = EXCLUDED.value
      """;

  /** Every n-th point of each curve, and its last. */
  private static final String THINNED =
      """
      SELECT name, iteration, value
        FROM (SELECT name, iteration, value,
                     row_number() OVER (PARTITION BY name ORDER BY iteration DESC) - 1 AS position,
                     CEIL(count(*) OVER (PARTITION BY name) / CAST(? AS numeric)) AS every
                FROM measure
               WHERE task_id = ?) AS numbered
       WHERE position % every = 0
       ORDER BY name, iteration
      """;

  public void upsert(Transaction tx, TaskId taskId, List<Measure> measures) {
    tx.batch(
        UPSERT,
        measures.stream()
            .map(m -> new @Nullable Object[] {taskId, m.name(), m.iteration(), m.value()})
            .toList());
  }

  /** The curves of a task, each thinned evenly to at most so many points. */
  public List<MeasureSeries> series(Transaction tx, TaskId taskId, int points) {
    Map<String, MeasureSeries> series = new LinkedHashMap<>();
    List<Point> all =
        tx.query(
            THINNED,
            row -> new Point(row.text("name"), row.number("iteration"), row.real("value")),
            points,
            taskId);
    for (Point point : all) {
      MeasureSeries one =
          series.computeIfAbsent(
              point.name(), name -> new MeasureSeries(name, new ArrayList<>(), new ArrayList<>()));
      one.iterations().add(point.iteration());
      one.values().add(point.value());
    }
    return List.copyOf(series.values());
  }

  private record Point(String name, long iteration, double value) {}
}
