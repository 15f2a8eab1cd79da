package io.mien.orchestrator.task;

import static io.mien.orchestrator.task.TaskTable.LEASE;
import static io.mien.orchestrator.task.TaskTable.WORKER;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskState;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskInterrupted.Reason;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every state and trigger, on rows of a real database: what is not in the table changes nothing.
 */
class EveryTransitionIT {

  /** Puts a row into a state, in the first attempt of a worker. */
  private static final TaskError ERROR =
      new TaskError(TaskError.Category.INTERNAL, "bug", "It broke.", "f");

  private static final String PUT =
      """
      UPDATE task
         SET state = moved.state, attempt = 1,
             worker_id = CASE WHEN moved.state IN ('RUNNING', 'CANCELLING') THEN ? END,
             lease_until = CASE WHEN moved.state IN ('RUNNING', 'CANCELLING') THEN now() END,
             offer_expires_at = CASE WHEN moved.state = 'OFFERED' THEN now() END,
             finished_at = CASE WHEN moved.state IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED') THEN now() END,
             result = CASE WHEN moved.state = 'SUCCEEDED' THEN CAST(? AS jsonb) END
        FROM (SELECT CAST(? AS text) AS state) AS moved
       WHERE task_id = ?
      """;

  private static final String ROW =
      "SELECT state, CAST(to_jsonb(task) AS text) AS all_of_it FROM task WHERE task_id = ?";

  private static final ObjectRef CROP =
      new ObjectRef(Bucket.SYNTHESES, "tasks/x/1/crop.png", 1, "00");
  private static final PhotoPrepared RESULT = new PhotoPrepared(CROP, new FaceBox(0, 0, 1, 1, 0));
  private static final Instant LATER = Instant.now().plus(Duration.ofDays(1));
  private static final int MANY = 100;

  private static TaskTable table;

  @BeforeAll
  static void freshTable() {
    table = new TaskTable();
  }

  @AfterEach
  void forget() {
    table.database.run(tx -> tx.update("DELETE FROM task"));
  }

  static Stream<Arguments> everyStateAndTrigger() {
    return Arrays.stream(TaskState.values())
        .flatMap(
            state ->
                Arrays.stream(TaskTrigger.values()).map(trigger -> Arguments.of(state, trigger)));
  }

  @ParameterizedTest
  @MethodSource("everyStateAndTrigger")
  void rowMovesAsTheTableSaysOrNotAtAll(TaskState state, TaskTrigger trigger) {
    Task task = taskIn(state);
    Stored before = row(task);

    List<TaskState> moved =
        table.database.transact(tx -> apply(trigger, tx, task).map(Task::state).toList());

    Optional<TaskState> next = TransitionTable.next(state, trigger);
    assertThat(moved).isEqualTo(next.stream().toList());
    if (next.isPresent()) {
      assertThat(row(task).state()).isEqualTo(next.get().name());
    } else {
      assertThat(row(task)).isEqualTo(before);
    }
  }

  private static Stream<Task> apply(TaskTrigger trigger, Transaction tx, Task task) {
    return switch (trigger) {
      case OFFER ->
          table.transitions.offer(tx, List.of(task.id()), Duration.ofSeconds(30)).stream();
      case REUSE -> reuse(tx, task);
      case START ->
          table.transitions.start(tx, List.of(TaskTable.started(task, WORKER)), LEASE).stream();
      case WITHDRAW -> table.transitions.withdraw(tx, task.id()).stream();
      case OFFER_EXPIRED -> table.transitions.expireOffers(tx, LATER, MANY).stream();
      case OFFER_REFUSED -> table.transitions.refuseOffer(tx, task.id(), ERROR).stream();
      case SUCCEED -> succeed(tx, task);
      case FAIL, FAIL_FINALLY, REJECT -> fail(tx, task, trigger);
      case INTERRUPT, INTERRUPT_FINALLY -> interrupt(tx, task, trigger);
      case YIELD -> table.transitions.madeRoom(tx, interrupted(task, Reason.YIELDED)).stream();
      case LEASE_EXPIRED -> table.transitions.expireLeases(tx, LATER, MANY, MANY, MANY).stream();
      case LEASE_EXPIRED_FINALLY -> table.transitions.expireLeases(tx, LATER, 1, 1, MANY).stream();
      case CANCEL -> table.transitions.cancel(tx, task.id()).stream();
      case CONFIRM_CANCEL -> confirmCancel(tx, task);
      case REDRIVE -> table.transitions.redrive(tx, table.runId()).stream();
    };
  }

  private static Stream<Task> reuse(Transaction tx, Task task) {
    Task earlier = taskIn(TaskState.SUCCEEDED);
    return table.transitions.reuse(tx, task.id(), earlier.id()).stream();
  }

  private static Stream<Task> succeed(Transaction tx, Task task) {
    TaskSucceeded event =
        new TaskSucceeded(
            task.id(), task.view().attempt(), WORKER, Instant.EPOCH, RESULT, List.of(CROP), 1);
    return table.transitions.succeed(tx, List.of(event)).stream();
  }

  private static Stream<Task> fail(Transaction tx, Task task, TaskTrigger trigger) {
    TaskFailed event =
        new TaskFailed(task.id(), task.view().attempt(), WORKER, Instant.EPOCH, ERROR);
    return table.transitions.fail(tx, event, verdict(trigger), ERROR).stream();
  }

  private static Stream<Task> interrupt(Transaction tx, Task task, TaskTrigger trigger) {
    return table
        .transitions
        .interrupt(tx, interrupted(task, Reason.DRAINED), verdict(trigger))
        .stream();
  }

  private static Stream<Task> confirmCancel(Transaction tx, Task task) {
    TaskCancelled event =
        new TaskCancelled(task.id(), task.view().attempt(), WORKER, Instant.EPOCH);
    return table.transitions.confirmCancel(tx, event).stream();
  }

  private static TaskInterrupted interrupted(Task task, Reason reason) {
    return new TaskInterrupted(task.id(), task.view().attempt(), WORKER, Instant.EPOCH, reason);
  }

  private static RetryPolicy.Verdict verdict(TaskTrigger trigger) {
    return new RetryPolicy.Verdict(trigger, Duration.ZERO);
  }

  private static Task taskIn(TaskState state) {
    Task task = table.queue();
    table.database.run(tx -> tx.update(PUT, WORKER, new Json(RESULT), state, task.id()));
    return table.find(task);
  }

  private static Stored row(Task task) {
    return table
        .database
        .transact(
            tx ->
                tx.find(
                    ROW, row -> new Stored(row.text("state"), row.text("all_of_it")), task.id()))
        .orElseThrow();
  }

  /**
   * @param row all its columns
   */
  private record Stored(String state, String row) {}
}
