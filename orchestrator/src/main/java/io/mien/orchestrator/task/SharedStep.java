package io.mien.orchestrator.task;

import io.mien.contracts.event.Progress;
import io.mien.contracts.id.StepId;
import io.mien.contracts.rest.StepTasks;
import io.mien.orchestrator.database.Row;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A step with several tasks.
 *
 * @param units of work in all, done and a second; 0 where nobody knows
 * @param seconds from the first start to the end, or to now
 */
public record SharedStep(
    StepId stepId,
    StepTasks tasks,
    long units,
    long done,
    double perSecond,
    @Nullable Double seconds) {

  static SharedStep map(Row row) throws SQLException {
    return new SharedStep(
        new StepId(row.uuid("step_id")),
        new StepTasks(
            row.integer("waiting"),
            row.integer("running"),
            row.integer("succeeded"),
            row.integer("ended")),
        row.number("units"),
        row.number("done"),
        row.real("rate"),
        row.realOrNull("seconds"));
  }

  /**
   * How far all its tasks are together.
   *
   * @param one of them, which tells what is counted; null when none has begun
   */
  public Progress progress(@Nullable Progress one) {
    Progress named = one == null ? Progress.NONE : one;
    return units > 0
        ? new Progress(named.phase(), named.unit(), done, units, perSecond)
        : new Progress(named.phase(), "tasks", tasks.succeeded(), tasks.total(), 0);
  }
}
