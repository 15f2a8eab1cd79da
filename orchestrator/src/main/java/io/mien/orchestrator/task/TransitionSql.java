package io.mien.orchestrator.task;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Builds the UPDATE of a transition from {@link TransitionTable}: the state moves as the table
 * says, and the columns that belong to a state (offer, lease, worker, end) follow it. Rows are
 * locked and judged once, in a materialised query; a row that somebody else changed meanwhile is
 * judged as it has become. What a constraint compares with the next state is taken from there, too:
 * PostgreSQL checks constraints on the row as it was when the statement began, before it looks at
 * what that has become.
 *
 * <p>Parameters: those of the next state, then the events or those of the condition, then those of
 * the columns.
 */
final class TransitionSql {

  /** The rows that an attempt of a worker may change. */
  static final String HELD = "task.task_id = ? AND task.attempt = ? AND task.worker_id = ?";

  /** The rows that the attempts of workers may change that speak in {@link #EVENTS}. */
  static final String HELD_BY_SPEAKERS =
      """
      task.task_id = event."taskId" AND task.attempt = event.attempt
         AND task.worker_id = event."workerId\"""";

  /** Task events as rows; the parameter is their JSON. No two may be about the same task. */
  static final String EVENTS =
      """
      jsonb_to_recordset(CAST(? AS jsonb))
           AS event ("taskId" uuid, attempt int, "workerId" text,
                     result jsonb, outputs jsonb, "peakMemoryBytes" bigint)""";

  /** What comes back into the queue of a paused run waits there. */
  private static final String RUN_PAUSED =
      "(SELECT now() FROM run WHERE run.run_id = task.run_id AND run.state = 'PAUSED')";

  private static final String UPDATE =
      """
      WITH target AS MATERIALIZED (
        SELECT %s AS next, task.task_id, task.lease_until%s
          FROM %s
         WHERE %s AND %s
        %s)
      UPDATE task
         SET %s
        FROM target
       WHERE task.task_id = target.task_id
      RETURNING %s
      """;

  private final String next;
  private final String allowed;
  private final Map<String, String> columns = new LinkedHashMap<>();

  private TransitionSql(String next, String allowed) {
    this.next = next;
    this.allowed = allowed;
    set("state", "target.next");
    set("offer_expires_at", "NULL");
    set("held_at", "CASE WHEN target.next = 'QUEUED' THEN " + RUN_PAUSED + " END");
    set("yield_asked_at", when("'RUNNING'", "task.yield_asked_at"));
    set("worker_id", "CASE WHEN target.next <> 'QUEUED' THEN task.worker_id END");
    set("lease_until", when("'RUNNING', 'CANCELLING'", "target.lease_until"));
    set("finished_at", when("'SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED'", "now()"));
  }

  static TransitionSql of(TaskTrigger trigger) {
    return new TransitionSql(TransitionTable.moved(trigger), TransitionTable.allowed(trigger));
  }

  /** Two triggers that may happen in the same states: the first where the condition holds. */
  static TransitionSql either(String condition, TaskTrigger then, TaskTrigger otherwise) {
    return new TransitionSql(
        "CASE WHEN %s THEN %s ELSE %s END"
            .formatted(condition, TransitionTable.moved(then), TransitionTable.moved(otherwise)),
        TransitionTable.allowed(otherwise));
  }

  /** SQL expression: the value if the next state is one of these, else NULL. */
  static String when(String states, String value) {
    return "CASE WHEN target.next IN (" + states + ") THEN " + value + " END";
  }

  TransitionSql set(String column, String expression) {
    columns.put(column, expression);
    return this;
  }

  /** One row; waits for its lock. */
  String one(String condition) {
    return sql("", "task", condition, "FOR UPDATE OF task");
  }

  /**
   * The rows that {@link #EVENTS} are about, where the condition holds for the two; waits for their
   * locks. Columns may use what an event says as {@code target."…"}.
   */
  String spoken(String condition) {
    return sql(
        ", event.*",
        EVENTS + " CROSS JOIN task",
        condition,
        "ORDER BY task.task_id FOR UPDATE OF task");
  }

  /**
   * As many rows as the limit parameter says, in this order; rows that somebody else has locked are
   * left out.
   */
  String many(String condition, String order) {
    return sql(
        "", "task", condition, "ORDER BY " + order + " LIMIT ? FOR UPDATE OF task SKIP LOCKED");
  }

  private String sql(String more, String from, String condition, String tail) {
    String assignments =
        columns.entrySet().stream()
            .map(column -> column.getKey() + " = " + column.getValue())
            .collect(Collectors.joining(",\n             "));
    return UPDATE.formatted(
        next, more, from, condition, allowed, tail, assignments, TaskColumns.ALL);
  }
}
