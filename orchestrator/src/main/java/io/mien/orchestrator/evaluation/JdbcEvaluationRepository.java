package io.mien.orchestrator.evaluation;

import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code evaluation}. */
public final class JdbcEvaluationRepository {

  private static final String COLUMNS =
      "evaluation_id, run_id, measures, page, gallery, created_at";

  private static final String INSERT =
      """
      INSERT INTO evaluation (evaluation_id, run_id, task_id, measures, page, gallery)
      VALUES (?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), CAST(? AS jsonb))
      """;

  private static final String FIND =
      "SELECT %s FROM evaluation WHERE evaluation_id = ?".formatted(COLUMNS);

  private static final String PAGE =
      """
      SELECT %s
        FROM evaluation
       WHERE CAST(? AS uuid) IS NULL OR evaluation_id < ?
       ORDER BY evaluation_id DESC
       LIMIT ?
      """
          .formatted(COLUMNS);

  private static final String OF_RUNS =
      """
      SELECT run_id, evaluation_id
        FROM evaluation
       WHERE run_id = ANY(CAST(? AS uuid[]))
       ORDER BY evaluation_id
      """;

  public void insert(Transaction tx, Evaluation evaluation, TaskId taskId) {
    tx.update(
        INSERT,
        evaluation.evaluationId(),
        evaluation.runId(),
        taskId,
        new Json(evaluation.measures()),
        new Json(evaluation.page()),
        new Json(evaluation.gallery()));
  }

  public Optional<Evaluation> find(Transaction tx, EvaluationId id) {
    return tx.find(FIND, JdbcEvaluationRepository::map, id);
  }

  /** Newest first. */
  public List<Evaluation> page(Transaction tx, @Nullable UUID before, int limit) {
    return tx.query(PAGE, JdbcEvaluationRepository::map, before, before, limit);
  }

  /** The newest evaluation of each of these runs that has one. */
  public Map<RunId, EvaluationId> ofRuns(Transaction tx, Collection<RunId> runs) {
    Map<RunId, EvaluationId> evaluations = new HashMap<>();
    tx.query(
            OF_RUNS,
            row ->
                Map.entry(
                    new RunId(row.uuid("run_id")), new EvaluationId(row.uuid("evaluation_id"))),
            runs)
        .forEach(entry -> evaluations.put(entry.getKey(), entry.getValue()));
    return evaluations;
  }

  private static Evaluation map(Row row) throws SQLException {
    return new Evaluation(
        new EvaluationId(row.uuid("evaluation_id")),
        new RunId(row.uuid("run_id")),
        row.json("measures", EvaluationMeasures.class),
        row.json("page", ObjectRef.class),
        row.json("gallery", ObjectRef.class),
        row.instant("created_at"));
  }

  /**
   * A row of {@code evaluation}.
   *
   * @param page the report for a person
   * @param gallery the inputs beside their expressions
   */
  public record Evaluation(
      EvaluationId evaluationId,
      RunId runId,
      EvaluationMeasures measures,
      ObjectRef page,
      ObjectRef gallery,
      Instant createdAt) {}
}
