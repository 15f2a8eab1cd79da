package io.mien.orchestrator.synthesis;

import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.synthesis.SynthesisPart.Work;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The parts of a synthesis, page by page: however many there are, few are in memory. */
final class JdbcSynthesisParts {

  private static final String LIST_ERRORS =
      """
      SELECT result -> 'errors' AS errors
        FROM task
       WHERE run_id = ? AND step = 'list' AND result -> 'errors' IS NOT NULL
      """;

  private static final String PAGE =
      """
      SELECT prepare.part,
             prepare.task_id AS p_task, prepare.attempt AS p_attempt,
             prepare.state AS p_state, prepare.spec AS p_spec, prepare.result AS p_result,
             prepare.error AS p_error, prepare.resume_from AS p_left,
             prepare.reused_task_id AS p_reused,
             generate.task_id AS g_task, generate.attempt AS g_attempt,
             generate.state AS g_state, generate.spec AS g_spec, generate.result AS g_result,
             generate.error AS g_error, generate.resume_from AS g_left,
             generate.reused_task_id AS g_reused
        FROM task AS prepare
        LEFT JOIN task AS generate
          ON generate.run_id = prepare.run_id AND generate.step = 'generate' AND generate.part = prepare.part
       WHERE prepare.run_id = ? AND prepare.step = 'prepare' AND prepare.part > ?
       ORDER BY prepare.part
       LIMIT ?
      """;

  /** The lines that could not be begun; empty when there are none, or nobody has looked yet. */
  Optional<ObjectRef> listErrors(Transaction tx, RunId run) {
    return tx.find(LIST_ERRORS, row -> row.json("errors", ObjectRef.class), run);
  }

  /**
   * @param after number of the last part before these; -1 for the first
   */
  List<SynthesisPart> page(Transaction tx, RunId run, int after, int limit) {
    return tx.query(PAGE, JdbcSynthesisParts::map, run, after, limit);
  }

  private static SynthesisPart map(Row row) throws SQLException {
    Work prepare = work(row, "p_");
    if (prepare == null) {
      throw new IllegalStateException("A part has no task that prepares it.");
    }
    return new SynthesisPart(row.integer("part"), prepare, work(row, "g_"));
  }

  private static @Nullable Work work(Row row, String prefix) throws SQLException {
    String state = row.textOrNull(prefix + "state");
    UUID reused = row.uuidOrNull(prefix + "reused");
    return state == null
        ? null
        : new Work(
            new TaskId(row.uuid(prefix + "task")),
            row.integer(prefix + "attempt"),
            TaskState.valueOf(state),
            row.json(prefix + "spec", TaskSpec.class),
            row.jsonOrNull(prefix + "result", TaskResult.class),
            row.jsonOrNull(prefix + "error", TaskError.class),
            row.jsonOrNull(prefix + "left", PrefixRef.class),
            reused == null ? null : new TaskId(reused));
  }
}
