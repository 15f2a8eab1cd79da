package io.mien.orchestrator.run;

import io.mien.contracts.result.TaskResult;
import io.mien.orchestrator.database.Transaction;
import java.util.List;

/** How far one step has gone on with the parts of another. */
final class JdbcParts {

  private static final String UNFOLLOWED =
      """
      SELECT done.part, done.result
        FROM task AS done
       WHERE done.step_id = ? AND done.state = 'SUCCEEDED'
         AND NOT EXISTS (
               SELECT FROM task AS next WHERE next.step_id = ? AND next.part = done.part)
       ORDER BY done.part
      """;

  /** One part that is done, and what came of it. */
  record Done(int part, TaskResult result) {}

  /** The parts of a step that are done and that the other has no task for. */
  List<Done> unfollowed(Transaction tx, RunStep step, RunStep next) {
    return tx.query(
        UNFOLLOWED,
        row -> new Done(row.integer("part"), row.json("result", TaskResult.class)),
        step.stepId(),
        next.stepId());
  }
}
