package io.mien.orchestrator.lineage;

import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Transaction;
import java.util.List;
import java.util.Optional;

/**
 * Rows of {@code task} as a graph: the spec of a task names what it works on by the keys of
 * objects, and a key names the task that wrote it.
 */
public final class JdbcLineage {

  /** What was taken over from an earlier task was made by that one. */
  private static final String TASK_OF_OUTPUT =
      """
      SELECT coalesce(reused_task_id, task_id) AS task_id
        FROM task
       WHERE task_id = ? AND state = 'SUCCEEDED'
         AND (CAST(? AS text) = 'OBJECT' OR result ->> 'type' = ANY(CAST(? AS text[])))
      """;

  private static final String TASK_OF_CHECKPOINT =
      "SELECT task_id FROM checkpoint WHERE checkpoint_id = ?";

  private static final String TASK_OF_EVALUATION =
      "SELECT task_id FROM evaluation WHERE evaluation_id = ?";

  /**
   * What only passes something on is left out, but for what was asked about. A task that took the
   * result of an earlier one over stands for that one, whose outputs are what was worked on.
   */
  private static final String WALK =
      """
      WITH RECURSIVE up (task_id) AS (
        SELECT CAST(? AS uuid)
         UNION
        SELECT used.task_id
          FROM up
          JOIN task ON task.task_id = up.task_id
         CROSS JOIN LATERAL unnest(task_inputs(task.spec)) AS used (task_id)
      ), down (task_id) AS (
        SELECT CAST(? AS uuid)
         UNION
        SELECT next.task_id
          FROM down
         CROSS JOIN LATERAL (
           SELECT task.task_id
             FROM task
            WHERE task_inputs(task.spec) @> ARRAY[down.task_id] AND task.state = 'SUCCEEDED'
            UNION ALL
           SELECT reused_task_id
             FROM task
            WHERE task_id = down.task_id AND reused_task_id IS NOT NULL) AS next (task_id)
      ), seen (task_id, side) AS (
        SELECT CAST(? AS uuid), 'START'
         UNION ALL
        SELECT task_id, 'UPSTREAM' FROM up WHERE task_id <> ?
         UNION ALL
        SELECT task_id, 'DOWNSTREAM' FROM down WHERE task_id <> ?
      )
      SELECT *
        FROM (
      SELECT DISTINCT ON (made_by, evaluation.evaluation_id, inputs)
             seen.side, task.task_id, coalesce(task.reused_task_id, task.task_id) AS made_by, task.run_id, task.step, task.finished_at,
             task.result ->> 'type' AS result, task_inputs(task.spec) AS inputs,
             checkpoint.checkpoint_id, checkpoint.network, evaluation.evaluation_id,
             dataset.dataset_id, dataset.name AS dataset
        FROM seen
        JOIN task ON task.task_id = seen.task_id
        LEFT JOIN checkpoint ON checkpoint.task_id = coalesce(task.reused_task_id, task.task_id)
        LEFT JOIN evaluation ON evaluation.task_id = task.task_id
        LEFT JOIN dataset_version ON dataset_version.task_id = task.task_id
        LEFT JOIN dataset ON dataset.dataset_id = dataset_version.dataset_id
       WHERE task.state = 'SUCCEEDED'
         AND (seen.side = 'START'
              OR task.result ->> 'type' NOT IN
                ('DatasetListed', 'DatasetInspected', 'FacesDetected', 'DatasetsDeleted', 'ItemsListed',
                 'ItemsPrepared'))
       ORDER BY made_by, evaluation.evaluation_id, inputs, seen.side = 'START' DESC, task.finished_at) AS made
       ORDER BY side = 'START' DESC, finished_at DESC, task_id
       LIMIT ?
      """;

  /** The task that made what is asked about. */
  Optional<TaskId> maker(Transaction tx, LineageStart start) {
    return switch (start.type()) {
      case CHECKPOINT -> task(tx, TASK_OF_CHECKPOINT, start.id());
      case EVALUATION -> task(tx, TASK_OF_EVALUATION, start.id());
      case DATASET_VERSION -> task(tx, start, List.of("DatasetPrepared", "SubjectErased"));
      case SYNTHESIS ->
          task(tx, start, List.of("ImagesSynthesised", "ItemsSynthesised", "FacesGenerated"));
      case OBJECT -> task(tx, start, List.of());
    };
  }

  /** The task itself, what it worked on, and what worked on its outputs; the newest first. */
  List<Made> walk(Transaction tx, TaskId start, int limit) {
    return tx.query(WALK, Made::map, start, start, start, start, start, limit);
  }

  private static Optional<TaskId> task(Transaction tx, LineageStart start, List<String> results) {
    return task(tx, TASK_OF_OUTPUT, start.id(), start.type(), results);
  }

  private static Optional<TaskId> task(Transaction tx, String sql, Object... parameters) {
    return tx.find(sql, row -> new TaskId(row.uuid("task_id")), parameters);
  }
}
