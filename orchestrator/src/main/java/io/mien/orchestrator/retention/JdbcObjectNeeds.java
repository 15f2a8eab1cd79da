package io.mien.orchestrator.retention;

import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.store.ObjectOwner;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Which objects nothing needs any more, by the rows of all tables. What cannot be proven to be
 * unneeded is needed.
 */
public final class JdbcObjectNeeds {

  /**
   * Attempts that are over and have left nothing that their task, or what was published of it,
   * names. A worker that lost the race for an attempt counts as over once its task has ended. The
   * state of a bulk synthesis names images of every attempt.
   */
  private static final String ENDED =
      """
      SELECT asked.task_id, asked.attempt, asked.life
        FROM unnest(CAST(? AS uuid[]), CAST(? AS bigint[]), CAST(? AS text[]), CAST(? AS text[]))
               AS asked (task_id, attempt, life, prefix)
        JOIN task ON task.task_id = asked.task_id
       WHERE CASE WHEN task.state IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED')
                  THEN asked.attempt <= task.attempt
                  ELSE asked.attempt < task.attempt END
         AND NOT (task.state = 'SUCCEEDED' AND asked.attempt = task.attempt
                  AND asked.life = split_part(task.worker_id, '/', -1))
         AND (task.state = 'SUCCEEDED' OR task.resume_from IS NULL
              OR NOT starts_with(task.resume_from ->> 'prefix', asked.prefix))
         AND (task.state = 'SUCCEEDED' OR task.resume_from IS NULL
              OR task.spec ->> 'type' IS DISTINCT FROM 'SynthesiseItems')
         AND position(asked.prefix IN concat(task.result, task.outputs)) = 0
         AND NOT EXISTS (
               SELECT FROM checkpoint
                WHERE checkpoint.task_id = task.task_id
                  AND position(asked.prefix IN CAST(checkpoint.location AS text)) > 0)
         AND NOT EXISTS (
               SELECT FROM dataset_version
                WHERE dataset_version.task_id = task.task_id
                  AND position(asked.prefix IN CAST(dataset_version.location AS text)) > 0)
         AND NOT EXISTS (
               SELECT FROM evaluation
                WHERE evaluation.task_id = task.task_id
                  AND position(asked.prefix IN concat(evaluation.page, evaluation.gallery)) > 0)
      """;

  /** Tasks that have no row and whose objects no plan, no result and no dataset names. */
  private static final String UNKNOWN_TASKS =
      """
      SELECT asked.task_id
        FROM unnest(CAST(? AS uuid[])) AS asked (task_id)
       WHERE NOT EXISTS (SELECT FROM task WHERE task.task_id = asked.task_id)
         AND NOT EXISTS (SELECT FROM run WHERE named_tasks(run.plan) && ARRAY[asked.task_id])
         AND NOT EXISTS (
               SELECT FROM task
                WHERE task.state = 'SUCCEEDED' AND named_tasks(task.result) && ARRAY[asked.task_id])
         AND NOT EXISTS (SELECT FROM dataset WHERE asked.task_id = ANY(named_tasks(dataset.prepared)))
      """;

  private static final String UNKNOWN_RUNS =
      """
      SELECT asked.run_id
        FROM unnest(CAST(? AS uuid[])) AS asked (run_id)
       WHERE NOT EXISTS (SELECT FROM run WHERE run.run_id = asked.run_id)
      """;

  /** An upload that is not known at all may have been put there by an operator. */
  private static final String GIVEN_UP =
      """
      SELECT upload_id
        FROM upload
       WHERE upload_id = ANY(CAST(? AS uuid[])) AND state = 'GIVEN_UP'
         AND NOT EXISTS (
               SELECT FROM dataset
                WHERE position('/uploads/' || upload.upload_id || '/' IN dataset.source) > 0)
      """;

  private static final String SAMPLES =
      """
      SELECT image ->> 'key' AS key
        FROM sample
       WHERE task_id = ANY(CAST(? AS uuid[])) AND image ->> 'bucket' = ?
      """;

  /** Those of these attempts whose objects may go, but for the samples. */
  Set<ObjectOwner> ended(Transaction tx, Collection<ObjectOwner.Attempt> attempts) {
    return Set.copyOf(
        tx.query(
            ENDED,
            JdbcObjectNeeds::attempt,
            attempts.stream().map(ObjectOwner.Attempt::task).toList(),
            attempts.stream().map(each -> (long) each.attempt()).toList(),
            attempts.stream().map(ObjectOwner.Attempt::life).toList(),
            attempts.stream().map(ObjectOwner.Attempt::prefix).toList()));
  }

  /** Those of these tasks that nobody knows. */
  Set<TaskId> unknownTasks(Transaction tx, Collection<TaskId> tasks) {
    return tx.query(UNKNOWN_TASKS, row -> new TaskId(row.uuid("task_id")), tasks).stream()
        .collect(Collectors.toUnmodifiableSet());
  }

  /** Those of these runs that nobody knows. */
  Set<UUID> unknownRuns(Transaction tx, Collection<UUID> runs) {
    return Set.copyOf(tx.query(UNKNOWN_RUNS, row -> row.uuid("run_id"), runs));
  }

  /** Those of these uploads that were given up. */
  Set<UUID> givenUp(Transaction tx, Collection<UUID> uploads) {
    return Set.copyOf(tx.query(GIVEN_UP, row -> row.uuid("upload_id"), uploads));
  }

  /**
   * The keys of all samples of these tasks, which people look at whatever became of the attempt.
   */
  Set<String> samples(Transaction tx, Bucket bucket, List<TaskId> tasks) {
    return Set.copyOf(tx.query(SAMPLES, row -> row.text("key"), tasks, bucket.wireName()));
  }

  private static ObjectOwner attempt(Row row) throws SQLException {
    return new ObjectOwner.Attempt(
        new TaskId(row.uuid("task_id")), row.integer("attempt"), row.text("life"));
  }
}
