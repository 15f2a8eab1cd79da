package io.mien.orchestrator.checkpoint;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code checkpoint} and {@code checkpoint_alias}. */
public final class JdbcCheckpointRepository {

  private static final String SELECT =
      """
      SELECT checkpoint_id, run_id, task_id, summary, location, created_at,
             ARRAY(SELECT alias
                     FROM checkpoint_alias
                    WHERE checkpoint_alias.checkpoint_id = checkpoint.checkpoint_id
                    ORDER BY alias) AS aliases
        FROM checkpoint
      """;

  private static final String INSERT =
      """
      INSERT INTO checkpoint (checkpoint_id, run_id, task_id, network, summary, location)
      VALUES (?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb))
      """;

  private static final String FIND = SELECT + " WHERE checkpoint_id = ?";

  private static final String BY_ALIAS =
      SELECT
          + """
             WHERE checkpoint_id = (
               SELECT checkpoint_id FROM checkpoint_alias WHERE network = ? AND alias = ?)
            """;

  private static final String NEWEST_OF_RUN =
      SELECT + " WHERE run_id = ? AND network = ? ORDER BY checkpoint_id DESC LIMIT 1";

  private static final String PAGE =
      SELECT
          + """
             WHERE (CAST(? AS text) IS NULL OR network = ?)
               AND (CAST(? AS uuid) IS NULL OR run_id = ?)
               AND (CAST(? AS uuid) IS NULL OR checkpoint_id < ?)
             ORDER BY checkpoint_id DESC
             LIMIT ?
            """;

  /** The JSON of a task's spec names every dataset that it learns from by its prefix. */
  private static final String TRAINED_ON =
      SELECT
          + """
             WHERE EXISTS (
               SELECT FROM task
                 JOIN dataset_version ON dataset_version.dataset_id = ? AND dataset_version.created_at < ?
                WHERE task.task_id = checkpoint.task_id
                  AND jsonb_path_exists(task.spec, '$.**.prefix ? (@ == $prefix)',
                        jsonb_build_object('prefix', dataset_version.location -> 'prefix')))
             ORDER BY checkpoint_id
            """;

  private static final String JUDGE_OF =
      SELECT
          + """
             WHERE location = (
               SELECT task.spec -> 'classifier'
                 FROM evaluation
                 JOIN task USING (task_id)
                WHERE task.spec -> 'generator' = CAST(? AS jsonb)
                ORDER BY evaluation.evaluation_id DESC
                LIMIT 1)
             ORDER BY checkpoint_id
             LIMIT 1
            """;

  private static final String MOVE_ALIAS =
      """
      INSERT INTO checkpoint_alias (network, alias, checkpoint_id)
      SELECT checkpoint.network, ?, checkpoint.checkpoint_id
        FROM checkpoint
        JOIN run USING (run_id)
       WHERE checkpoint.checkpoint_id = ? AND run.expiring_at IS NULL
         FOR KEY SHARE OF run
      ON CONFLICT (network, alias)
      DO UPDATE SET checkpoint_id = EXCLUDED.checkpoint_id, moved_at = now()
      """;

  private static final String GIVE_ALIAS_IF_FREE =
      """
      INSERT INTO checkpoint_alias (network, alias, checkpoint_id)
      SELECT network, ?, checkpoint_id FROM checkpoint WHERE checkpoint_id = ?
      ON CONFLICT (network, alias) DO NOTHING
      """;

  public void insert(
      Transaction tx,
      CheckpointId id,
      RunId runId,
      TaskId taskId,
      CheckpointSummary summary,
      PrefixRef location) {
    tx.update(INSERT, id, runId, taskId, summary.network(), new Json(summary), new Json(location));
  }

  public Optional<CheckpointView> find(Transaction tx, CheckpointId id) {
    return tx.find(FIND, JdbcCheckpointRepository::map, id);
  }

  public Optional<CheckpointView> byAlias(Transaction tx, String network, String alias) {
    return tx.find(BY_ALIAS, JdbcCheckpointRepository::map, network, alias);
  }

  public Optional<CheckpointView> newestOfRun(Transaction tx, RunId runId, String network) {
    return tx.find(NEWEST_OF_RUN, JdbcCheckpointRepository::map, runId, network);
  }

  /** The classifier by which a generator was evaluated last. */
  Optional<CheckpointView> judgeOf(Transaction tx, PrefixRef generator) {
    return tx.find(JUDGE_OF, JdbcCheckpointRepository::map, new Json(generator));
  }

  /** Those that have learnt from versions of the dataset that were made before a moment. */
  public List<CheckpointView> trainedOn(Transaction tx, DatasetId dataset, Instant before) {
    return tx.query(TRAINED_ON, JdbcCheckpointRepository::map, dataset, before);
  }

  /** Newest first; every restriction is optional. */
  public List<CheckpointView> page(
      Transaction tx, Filter filter, @Nullable UUID before, int limit) {
    return tx.query(
        PAGE,
        JdbcCheckpointRepository::map,
        filter.network(),
        filter.network(),
        filter.runId(),
        filter.runId(),
        before,
        before,
        limit);
  }

  /**
   * Lets the alias name this checkpoint from now on, among those of its network.
   *
   * @throws InvalidInput {@code checkpoint-expired}
   */
  public void moveAlias(Transaction tx, String alias, CheckpointId id) {
    if (tx.update(MOVE_ALIAS, alias, id) == 0) {
      throw new InvalidInput(
          "checkpoint-expired",
          "Give checkpoint %s the alias %s: the time of its run is over and it is being deleted. Choose another."
              .formatted(id, alias));
    }
  }

  /** As {@link #moveAlias}, unless it names another already. */
  public void giveAliasIfFree(Transaction tx, String alias, CheckpointId id) {
    tx.update(GIVE_ALIAS_IF_FREE, alias, id);
  }

  private static CheckpointView map(Row row) throws SQLException {
    return new CheckpointView(
        new CheckpointId(row.uuid("checkpoint_id")),
        new RunId(row.uuid("run_id")),
        new TaskId(row.uuid("task_id")),
        row.json("summary", CheckpointSummary.class),
        row.json("location", PrefixRef.class),
        row.texts("aliases"),
        row.instant("created_at"));
  }

  /** What a list of checkpoints is restricted to. */
  public record Filter(@Nullable String network, @Nullable RunId runId) {}
}
