package io.mien.orchestrator.task;

import static io.mien.orchestrator.task.TaskTable.LEASE;
import static io.mien.orchestrator.task.TaskTable.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.dataset.FaceBox;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.orchestrator.database.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TaskTransitionsIT {

  private static final WorkerId OTHER = new WorkerId("ingest-worker/here/2");
  private static final int BUDGET = 20;
  private static final int CRASHES = 5;

  private TaskTable table;

  @BeforeEach
  void freshTable() {
    table = new TaskTable();
  }

  @Test
  void twentyDispatchersOfferEveryTaskExactlyOnce() throws Exception {
    for (int i = 0; i < 400; i++) {
      table.queue();
    }
    List<TaskId> offered = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(20);
    try {
      Callable<List<TaskId>> drain = this::drain;
      for (Future<List<TaskId>> one : threads.invokeAll(Collections.nCopies(20, drain))) {
        offered.addAll(one.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(offered).hasSize(400).doesNotHaveDuplicates();
  }

  @Test
  void moreUrgentTasksAreOfferedFirst() {
    Task bulk = table.queue(0);
    Task urgent = table.queue(100);

    assertThat(table.offer().id()).isEqualTo(urgent.id());
    assertThat(table.offer().id()).isEqualTo(bulk.id());
    assertThat(table.offer(1)).isEmpty();
  }

  @Test
  void onlyOneOfTwoWorkersGetsTheLease() {
    table.queue();
    Task offered = table.offer();

    assertThat(start(offered, WORKER)).isPresent();
    assertThat(start(offered, OTHER)).isEmpty();
    assertThat(table.find(offered).view().workerId()).isEqualTo(WORKER);
  }

  @Test
  void resultOfAnOldAttemptOrOfAnotherWorkerIsRefused() {
    Task first = table.start();
    expireLeases();
    Task second = table.offer();
    assertThat(second.view().attempt()).isEqualTo(2);
    assertThat(start(second, OTHER)).isPresent();

    assertThat(succeed(first, WORKER)).isEmpty();
    assertThat(succeed(second, WORKER)).isEmpty();
    assertThat(succeed(second, OTHER).map(Task::state)).contains(TaskState.SUCCEEDED);
    assertThat(succeed(second, OTHER)).isEmpty();
  }

  @Test
  void expiredLeaseReturnsTaskToQueueAndCountsAsInterruption() {
    Task running = table.start();

    assertThat(expireLeases()).extracting(Task::id).containsExactly(running.id());

    Task queued = table.find(running);
    assertThat(queued.state()).isEqualTo(TaskState.QUEUED);
    assertThat(queued.view().interruptions()).isEqualTo(1);
    assertThat(queued.view().failures()).isZero();
    assertThat(queued.view().workerId()).isNull();
  }

  @Test
  void leaseThatHasNotEndedIsLeftAlone() {
    Task running = table.start();

    assertThat(expireLeases(Instant.now().minus(Duration.ofMinutes(5)))).isEmpty();
    assertThat(table.find(running).state()).isEqualTo(TaskState.RUNNING);
  }

  @Test
  void heartbeatRenewsTheLeaseOfItsHolderOnly() {
    Task running = table.start();
    Progress progress = new Progress("detect faces", "images", 3, 9, 1.5);

    assertThat(heartbeat(running, OTHER, progress)).isEmpty();
    assertThat(heartbeat(running, WORKER, progress).map(task -> task.view().progress()))
        .contains(progress);
  }

  @Test
  void lastInterruptionOfTheBudgetKills() {
    Task task = table.start();
    for (int lost = 1; lost < BUDGET; lost++) {
      expireLeases();
      assertThat(table.find(task).state()).as("after %d", lost).isEqualTo(TaskState.QUEUED);
      assertThat(start(table.offer(), WORKER)).isPresent();
    }
    expireLeases();

    assertThat(table.find(task).state()).isEqualTo(TaskState.DEAD);
  }

  @Test
  void taskThatBringsItsWorkersDownDiesSoonerUnlessItGetsOn() {
    Task task = table.start();
    PrefixRef state =
        new PrefixRef(
            Bucket.MODELS, "tasks/x/1/state/", new ObjectRef(Bucket.MODELS, "tasks/x/1/m", 1, "0"));
    for (int lost = 1; lost < CRASHES; lost++) {
      crash();
      assertThat(start(table.offer(), WORKER)).isPresent();
    }
    assertThat(checkpoint(table.find(task), WORKER, state)).isPresent();
    for (int lost = 1; lost < CRASHES; lost++) {
      crash();
      assertThat(table.find(task).state()).as("after %d", lost).isEqualTo(TaskState.QUEUED);
      assertThat(start(table.offer(), WORKER)).isPresent();
    }
    crash();

    TaskError error = table.find(task).view().error();
    assertThat(table.find(task).state()).isEqualTo(TaskState.DEAD);
    assertThat(error.code()).isEqualTo("interrupted-too-often");
    assertThat(error.message()).contains("9 interruptions", "5 workers lost", WORKER.value());
    assertThat(error.fingerprint()).isEqualTo("interrupted-too-often:prepare");
  }

  @Test
  void neighbourOfATaskThatBringsItsWorkersDownDoesNotDieOfIt() {
    Task poison = table.start();
    Task neighbour = table.start();
    for (int lost = 1; lost <= CRASHES; lost++) {
      crash();
      startBoth();
    }

    succeed(table.find(neighbour), WORKER);
    assertThat(table.find(neighbour).state()).isEqualTo(TaskState.SUCCEEDED);
    for (int lost = 1; lost <= CRASHES; lost++) {
      assertThat(table.find(poison).state()).as("before %d", lost).isEqualTo(TaskState.RUNNING);
      crash();
      table.offer(1).forEach(offered -> assertThat(start(offered, WORKER)).isPresent());
    }
    assertThat(table.find(poison).state()).isEqualTo(TaskState.DEAD);
  }

  @Test
  void taskThatBringsItsWorkersDownDiesThoughItAlwaysHasNewCompany() {
    Task poison = table.start();
    for (int lost = 1; lost <= BUDGET; lost++) {
      assertThat(table.find(poison).state()).as("before %d", lost).isEqualTo(TaskState.RUNNING);
      Task neighbour = table.start();
      crash();
      assertThat(table.find(neighbour).state()).isEqualTo(TaskState.QUEUED);
      cancel(neighbour);
      waitNoLonger();
      table.offer(1).forEach(offered -> assertThat(start(offered, WORKER)).isPresent());
    }

    assertThat(table.find(poison).state()).isEqualTo(TaskState.DEAD);
  }

  @Test
  void thoseWhoLostTheirWorkerTogetherComeBackApart() {
    table.start();
    table.start();
    crash();
    assertThat(timesOfNextOffers()).as("once is no suspicion").hasSize(1);
    startBoth();
    crash();

    assertThat(timesOfNextOffers()).hasSize(2);
  }

  @Test
  void attemptThatMakesRoomIsQueuedAgainAndCountsForNothing() {
    Task running = table.start();
    table.database.run(tx -> table.transitions.askToYield(tx, running.id()));
    assertThat(table.find(running).yieldAskedAt()).isNotNull();

    TaskInterrupted yielded =
        new TaskInterrupted(running.id(), 1, WORKER, Instant.EPOCH, TaskInterrupted.Reason.YIELDED);
    Optional<Task> back = table.database.transact(tx -> table.transitions.madeRoom(tx, yielded));
    assertThat(back).isPresent();

    Task queued = table.find(running);
    assertThat(queued.state()).isEqualTo(TaskState.QUEUED);
    assertThat(queued.yieldAskedAt()).isNull();
    assertThat(queued.view().interruptions()).isZero();
    assertThat(table.offer().view().attempt()).isEqualTo(2);
  }

  @Test
  void offerThatIsTakenBackCannotBeStarted() {
    table.queue();
    Task offered = table.offer();

    Optional<Task> back =
        table.database.transact(tx -> table.transitions.withdraw(tx, offered.id()));
    assertThat(back).isPresent();

    assertThat(start(offered, WORKER)).isEmpty();
    assertThat(table.offer().view().attempt()).isEqualTo(2);
  }

  @Test
  void whateverComesBackIntoTheQueueOfAPausedRunWaitsThere() {
    Task running = table.start();
    table.database.run(
        tx -> tx.update("UPDATE run SET state = 'PAUSED' WHERE run_id = ?", table.runId()));
    Task queued = table.queue();

    expireLeases();

    assertThat(table.find(running).state()).isEqualTo(TaskState.QUEUED);
    assertThat(table.isWaiting()).isFalse();
    table.database.run(tx -> table.tasks.release(tx, table.runId()));
    assertThat(table.offer(2)).extracting(Task::id).contains(running.id(), queued.id());
  }

  @Test
  void offerThatNobodyTookIsMadeAnew() {
    table.queue();
    Task offered = table.offer();
    table.database.run(
        tx -> table.transitions.expireOffers(tx, Instant.now().plusSeconds(3600), 10));

    assertThat(table.find(offered).state()).isEqualTo(TaskState.QUEUED);
    assertThat(start(offered, WORKER)).isEmpty();
    assertThat(table.offer().view().attempt()).isEqualTo(2);
  }

  @Test
  void nextAttemptGoesOnFromTheLastTrainingStateOfTheHolder() {
    Task running = table.start();
    PrefixRef state =
        new PrefixRef(
            Bucket.MODELS, "tasks/x/1/state/", new ObjectRef(Bucket.MODELS, "tasks/x/1/m", 1, "0"));
    assertThat(checkpoint(running, OTHER, state)).isEmpty();
    assertThat(checkpoint(running, WORKER, state)).isPresent();
    expireLeases();

    assertThat(table.offer().resumeFrom()).isEqualTo(state);
  }

  @Test
  void failedTaskWaitsBeforeItsNextAttempt() {
    Task running = table.start();
    TaskError error = new TaskError(TaskError.Category.INTERNAL, "bug", "It broke.", "f");
    TaskFailed failed = new TaskFailed(running.id(), 1, WORKER, Instant.EPOCH, error);
    RetryPolicy.Verdict verdict = new RetryPolicy.Verdict(TaskTrigger.FAIL, Duration.ofMinutes(10));

    Optional<Task> queued =
        table.database.transact(tx -> table.transitions.fail(tx, failed, verdict, error));

    assertThat(queued.map(Task::state)).contains(TaskState.QUEUED);
    assertThat(queued.map(task -> task.view().error())).contains(error);
    assertThat(table.offer(1)).isEmpty();
  }

  @Test
  void cancellationEndsAtOnceWhatNoWorkerHolds() {
    Task queued = table.queue();
    assertThat(cancel(queued)).contains(TaskState.CANCELLED);
    table.queue();
    Task offered = table.offer();
    assertThat(cancel(offered)).contains(TaskState.CANCELLED);

    assertThat(start(offered, WORKER)).isEmpty();
    assertThat(table.offer(1)).isEmpty();
  }

  @Test
  void cancelledTaskWhoseWorkerIsSilentEndsAndIsNotQueuedAgain() {
    Task running = table.start();
    assertThat(cancel(running)).contains(TaskState.CANCELLING);

    expireLeases();

    assertThat(table.find(running).state()).isEqualTo(TaskState.CANCELLED);
    assertThat(table.offer(1)).isEmpty();
  }

  @Test
  void resultThatComesAfterCancellationIsNotPublished() {
    Task running = table.start();
    cancel(running);

    assertThat(succeed(running, WORKER).map(Task::state)).contains(TaskState.CANCELLED);
    assertThat(table.find(running).view().result()).isNull();
  }

  @Test
  void confirmedCancellationEndsTheTaskAndNothingElseCancelsIt() {
    Task running = table.start();
    TaskCancelled confirmed = new TaskCancelled(running.id(), 1, WORKER, Instant.EPOCH);
    assertThat(confirm(confirmed)).isEmpty();
    cancel(running);

    assertThat(confirm(confirmed).map(Task::state)).contains(TaskState.CANCELLED);
    assertThat(cancel(running)).isEmpty();
  }

  @Test
  void taskThatHasEndedCannotBeCancelled() {
    Task running = table.start();
    succeed(running, WORKER);

    assertThat(cancel(running)).isEmpty();
    assertThat(table.find(running).state()).isEqualTo(TaskState.SUCCEEDED);
  }

  @Test
  void cancellationThatWaitedForAStartIsOfWhatHasBegun() throws Exception {
    table.queue();
    Task offered = table.offer();
    ExecutorService thread = Executors.newSingleThreadExecutor();

    Future<Optional<Task>> cancelled =
        table.database.transact(
            tx -> {
              table.transitions.start(tx, List.of(TaskTable.started(offered, WORKER)), LEASE);
              Future<Optional<Task>> waiting =
                  thread.submit(
                      () ->
                          table.database.transact(
                              other -> table.transitions.cancel(other, offered.id())));
              await().pollInSameThread().until(() -> isWaitedFor(tx));
              return waiting;
            });

    assertThat(cancelled.get().map(Task::state)).hasValue(TaskState.CANCELLING);
    thread.shutdown();
  }

  private static boolean isWaitedFor(Transaction tx) {
    String waiting =
        """
        SELECT pid
          FROM pg_locks
         WHERE NOT granted AND pg_backend_pid() = ANY(pg_blocking_pids(pid))
        """;
    return !tx.query(waiting, row -> row.integer("pid")).isEmpty();
  }

  private List<TaskId> drain() {
    Set<TaskId> mine = new HashSet<>();
    while (table.isWaiting()) {
      table.offer(3).forEach(task -> mine.add(task.id()));
    }
    return List.copyOf(mine);
  }

  private Optional<Task> start(Task task, WorkerId worker) {
    return table
        .database
        .transact(
            tx -> table.transitions.start(tx, List.of(TaskTable.started(task, worker)), LEASE))
        .stream()
        .findFirst();
  }

  private Optional<Task> heartbeat(Task task, WorkerId worker, Progress progress) {
    TaskHeartbeat beat =
        new TaskHeartbeat(task.id(), task.view().attempt(), worker, Instant.EPOCH, 1, progress);
    return table.database.transact(tx -> table.transitions.renew(tx, beat, LEASE));
  }

  private Optional<Task> checkpoint(Task task, WorkerId worker, PrefixRef state) {
    TaskCheckpointed event =
        new TaskCheckpointed(task.id(), task.view().attempt(), worker, Instant.EPOCH, 5, state);
    return table.database.transact(tx -> table.transitions.checkpoint(tx, event));
  }

  private Optional<Task> succeed(Task task, WorkerId worker) {
    ObjectRef crop = new ObjectRef(Bucket.SYNTHESES, "tasks/x/1/crop.png", 1, "00");
    TaskSucceeded event =
        new TaskSucceeded(
            task.id(),
            task.view().attempt(),
            worker,
            Instant.EPOCH,
            new PhotoPrepared(crop, new FaceBox(0, 0, 1, 1, 0)),
            List.of(crop),
            1);
    return table.database.transact(tx -> table.transitions.succeed(tx, List.of(event))).stream()
        .findFirst();
  }

  private Optional<Task> confirm(TaskCancelled event) {
    return table.database.transact(tx -> table.transitions.confirmCancel(tx, event));
  }

  private Optional<TaskState> cancel(Task task) {
    return table.database.transact(tx -> table.transitions.cancel(tx, task.id()).map(Task::state));
  }

  /** The worker dies, and the leases of all that it holds run out. */
  private void crash() {
    table.loseWorker(WORKER);
    expireLeases();
  }

  private void startBoth() {
    waitNoLonger();
    List<Task> offered = table.offer(2);
    assertThat(offered).hasSize(2);
    offered.forEach(task -> assertThat(start(task, WORKER)).isPresent());
  }

  private void waitNoLonger() {
    table.database.run(tx -> tx.update("UPDATE task SET not_before_at = now()"));
  }

  private Set<Instant> timesOfNextOffers() {
    return Set.copyOf(
        table.database.transact(
            tx ->
                tx.query(
                    "SELECT GREATEST(not_before_at, now()) AS at FROM task",
                    row -> row.instant("at"))));
  }

  private List<Task> expireLeases() {
    return expireLeases(Instant.now().plus(Duration.ofHours(1)));
  }

  private List<Task> expireLeases(Instant before) {
    return table.database.transact(
        tx -> table.transitions.expireLeases(tx, before, BUDGET, CRASHES, 100));
  }
}
