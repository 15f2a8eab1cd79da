package io.mien.orchestrator.sample;

import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.SampleView;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.object.ObjectUrl;
import java.sql.SQLException;
import java.util.List;

/** Rows of {@code sample}. */
public final class JdbcSampleRepository {

  private static final String UPSERT =
      """
      INSERT INTO sample (task_id, iteration, image, columns)
      VALUES (?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
      ON CONFLICT (task_id, iteration)
      DO UPDATE SET image = EXCLUDED.image, columns = EXCLUDED.columns, at = now()
      RETURNING iteration, image, columns, at
      """;

  private static final String OF_TASK =
      """
      SELECT iteration, image, columns, at
        FROM sample
       WHERE task_id = ?
       ORDER BY iteration
       LIMIT 1000
      """;

  private static final String IS_SAMPLE =
      """
      SELECT 1
        FROM sample
       WHERE task_id = ? AND image ->> 'bucket' = ? AND image ->> 'key' = ?
       LIMIT 1
      """;

  public SampleView upsert(Transaction tx, TaskSampled event) {
    return tx.query(
            UPSERT,
            JdbcSampleRepository::map,
            event.taskId(),
            event.iteration(),
            new Json(event.image()),
            new Json(event.columns()))
        .get(0);
  }

  /** Oldest first. */
  public List<SampleView> ofTask(Transaction tx, TaskId taskId) {
    return tx.query(OF_TASK, JdbcSampleRepository::map, taskId);
  }

  /** Whether the object is a sample of the task. */
  public boolean isSample(Transaction tx, TaskId taskId, Bucket bucket, String key) {
    return tx.find(IS_SAMPLE, row -> true, taskId, bucket.wireName(), key).isPresent();
  }

  private static SampleView map(Row row) throws SQLException {
    return new SampleView(
        row.number("iteration"),
        ObjectUrl.of(row.json("image", ObjectRef.class)),
        row.instant("at"),
        List.of(row.json("columns", String[].class)));
  }
}
