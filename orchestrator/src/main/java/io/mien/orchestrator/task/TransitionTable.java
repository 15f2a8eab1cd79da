package io.mien.orchestrator.task;

import static io.mien.contracts.TaskState.CANCELLED;
import static io.mien.contracts.TaskState.CANCELLING;
import static io.mien.contracts.TaskState.DEAD;
import static io.mien.contracts.TaskState.FAILED;
import static io.mien.contracts.TaskState.OFFERED;
import static io.mien.contracts.TaskState.QUEUED;
import static io.mien.contracts.TaskState.RUNNING;
import static io.mien.contracts.TaskState.SUCCEEDED;

import io.mien.contracts.TaskState;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every legal transition of a task; the SQL is made from it, and so is the diagram in {@code
 * infra/docs/task-states.md}.
 *
 * <p>Whatever ends an attempt of a task that is being cancelled ends the task: it is not queued
 * again unless somebody asks for that, and a late result is not published.
 */
public final class TransitionTable {

  private static final Map<TaskTrigger, Map<TaskState, TaskState>> MOVES = declare();

  private TransitionTable() {}

  private static Map<TaskTrigger, Map<TaskState, TaskState>> declare() {
    Map<TaskTrigger, Map<TaskState, TaskState>> moves = new EnumMap<>(TaskTrigger.class);
    moves.put(TaskTrigger.OFFER, Map.of(QUEUED, OFFERED));
    moves.put(TaskTrigger.REUSE, Map.of(QUEUED, SUCCEEDED));
    moves.put(TaskTrigger.START, Map.of(OFFERED, RUNNING));
    moves.put(TaskTrigger.WITHDRAW, Map.of(OFFERED, QUEUED));
    moves.put(TaskTrigger.OFFER_EXPIRED, Map.of(OFFERED, QUEUED));
    moves.put(TaskTrigger.OFFER_REFUSED, Map.of(OFFERED, FAILED));
    moves.put(TaskTrigger.SUCCEED, Map.of(RUNNING, SUCCEEDED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.FAIL, Map.of(RUNNING, QUEUED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.FAIL_FINALLY, Map.of(RUNNING, DEAD, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.REJECT, Map.of(RUNNING, FAILED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.INTERRUPT, Map.of(RUNNING, QUEUED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.INTERRUPT_FINALLY, Map.of(RUNNING, DEAD, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.YIELD, Map.of(RUNNING, QUEUED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.LEASE_EXPIRED, Map.of(RUNNING, QUEUED, CANCELLING, CANCELLED));
    moves.put(TaskTrigger.LEASE_EXPIRED_FINALLY, Map.of(RUNNING, DEAD, CANCELLING, CANCELLED));
    moves.put(
        TaskTrigger.CANCEL, Map.of(QUEUED, CANCELLED, OFFERED, CANCELLED, RUNNING, CANCELLING));
    moves.put(TaskTrigger.CONFIRM_CANCEL, Map.of(CANCELLING, CANCELLED));
    moves.put(TaskTrigger.REDRIVE, Map.of(FAILED, QUEUED, DEAD, QUEUED, CANCELLED, QUEUED));
    return moves;
  }

  /** The state that the trigger leads to, or empty when it must not happen in this state. */
  public static Optional<TaskState> next(TaskState state, TaskTrigger trigger) {
    return Optional.ofNullable(moves(trigger).get(state));
  }

  /** By state, where the trigger leads. */
  static Map<TaskState, TaskState> moves(TaskTrigger trigger) {
    return MOVES.getOrDefault(trigger, Map.of());
  }

  /** SQL condition: the trigger may happen in the row's state. */
  static String allowed(TaskTrigger trigger) {
    return moves(trigger).keySet().stream()
        .sorted()
        .map(state -> "'" + state + "'")
        .collect(Collectors.joining(", ", "task.state IN (", ")"));
  }

  /** SQL expression: the row's state after the trigger. */
  static String moved(TaskTrigger trigger) {
    return moves(trigger).entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(move -> " WHEN '" + move.getKey() + "' THEN '" + move.getValue() + "'")
        .collect(Collectors.joining("", "CASE task.state", " END"));
  }
}
