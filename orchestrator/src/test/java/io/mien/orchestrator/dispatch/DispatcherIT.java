package io.mien.orchestrator.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.lease.Reporting;
import io.mien.orchestrator.queue.FairShare;
import io.mien.orchestrator.queue.JdbcCandidates;
import io.mien.orchestrator.queue.JdbcQueuePauses;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.task.Lane;
import io.mien.orchestrator.task.Standing;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets which slot, on a real database and stepped by the test. */
class DispatcherIT {

  private static final Duration LEASE = Duration.ofMinutes(1);

  private TaskTable table;
  private Reporting reporting;
  private Dispatcher dispatcher;
  private final List<RunTask> offers = new ArrayList<>();
  private final List<String> orders = new ArrayList<>();

  @BeforeEach
  void wire() {
    table = new TaskTable();
    reporting = new Reporting(table);
    dispatcher =
        new Dispatcher(
            table.database,
            new Dispatcher.Collaborators(
                new JdbcQueues(),
                new JdbcCandidates(),
                table.transitions,
                reporting.outbox,
                reporting.progress),
            new OfferTerms(LEASE, Duration.ofSeconds(10), Duration.ofSeconds(30), 1),
            Clock.systemUTC());
  }

  @Test
  void noMoreIsOfferedThanThereAreSlots() {
    worker(TaskKind.INGEST, 3);
    for (int i = 0; i < 5; i++) {
      table.queue(100);
    }

    dispatch();
    assertThat(offers).hasSize(3);
    dispatch();
    assertThat(offers).hasSize(3);
  }

  @Test
  void slotsAreSharedBetweenClientsByWeight() {
    UUID shop = client("shop", 3, null, null);
    UUID lab = client("lab", 1, null, null);
    worker(TaskKind.INGEST, 9);
    for (int i = 0; i < 20; i++) {
      table.queue(new Standing(lab, 0));
      table.queue(new Standing(shop, 0));
    }

    dispatch();

    // One of nine is kept for those who wait
    assertThat(offeredTo(shop)).hasSize(6);
    assertThat(offeredTo(lab)).hasSize(2);
    assertThat(offers).filteredOn(offer -> shop.equals(offer.client())).hasSize(6);
    assertThat(offers).filteredOn(offer -> lab.equals(offer.client())).hasSize(2);
  }

  @Test
  void quotasAreKeptFromLeasesAlone() {
    UUID shop = client("shop", 1, 2, null);
    UUID lab = client("lab", 1, null, 3);
    WorkerId worker = worker(TaskKind.INGEST, 50);
    List<Task> ofShop = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      ofShop.add(table.queue(new Standing(shop, 0)));
      table.queue(new Standing(lab, 0));
    }

    dispatch();
    assertThat(offeredTo(shop)).hasSize(2);
    assertThat(offeredTo(lab)).hasSize(3);

    // When one of the shop's ends, by whatever way, it may have another; the lab may begin no more
    table.database.run(tx -> table.transitions.cancel(tx, offeredTo(shop).get(0).taskId()));
    dispatch();
    assertThat(offeredTo(shop)).hasSize(3);
    assertThat(offeredTo(lab)).hasSize(3);

    // When the minute is over, it may
    offeredTo(lab).forEach(offer -> start(offer, worker));
    table.database.run(
        tx ->
            tx.update(
                """
                UPDATE task SET recent_starts = ARRAY[now() - interval '61 seconds']
                 WHERE recent_starts <> '{}'
                """));
    dispatch();
    assertThat(offeredTo(lab)).hasSize(6);
  }

  @Test
  void everyStartWithinAMinuteCountsWhateverBecameOfItsTask() {
    UUID lab = client("lab", 1, null, 3);
    WorkerId worker = worker(TaskKind.INGEST, 50);
    Task task = table.queue(new Standing(lab, 0));
    for (int i = 0; i < 3; i++) {
      dispatch();
      start(lastOffer(), worker);
      expireLeases();
    }
    assertThat(table.find(task).state()).isEqualTo(TaskState.QUEUED);

    dispatch();
    assertThat(offeredTo(lab)).hasSize(3);

    table.database.run(
        tx -> tx.update("UPDATE task SET recent_starts[3] = now() - interval '61 seconds'"));
    table.queue(new Standing(lab, 0));
    dispatch();
    assertThat(offeredTo(lab)).hasSize(4);

    // Two that began, and an offer: it is the third, taken or not
    dispatch();
    start(lastOffer(), worker);
    dispatch();
    assertThat(offeredTo(lab)).hasSize(4);
  }

  /** As while Kafka is away: an offer may wait longer than a minute, and is taken all the same. */
  @Test
  void offerThatMayStillBeTakenCountsHoweverOldItIs() {
    UUID lab = client("lab", 1, null, 1);
    worker(TaskKind.INGEST, 50);
    table.queue(new Standing(lab, 0));
    table.queue(new Standing(lab, 0));
    dispatch();
    table.database.run(
        tx -> tx.update("UPDATE task SET offered_at = offered_at - interval '2 minutes'"));

    dispatch();

    assertThat(offeredTo(lab)).hasSize(1);
  }

  @Test
  void offersThatNobodyTookAreNoStarts() {
    UUID lab = client("lab", 1, null, 1);
    worker(TaskKind.INGEST, 50);
    table.queue(new Standing(lab, 0));
    dispatch();
    expireOffers();

    dispatch();

    assertThat(offeredTo(lab)).hasSize(2);
  }

  @Test
  void quotasAreKeptByReplicasThatDispatchDifferentKindsAtTheSameTime() {
    UUID shop = client("shop", 1, 1, null);
    UUID lab = client("lab", 1, null, null);
    worker(TaskKind.INGEST, 1);
    worker(TaskKind.TRAIN, 5);
    Task first = table.queue(new Standing(shop, 0));
    train(new Standing(shop, 0));
    train(new Standing(lab, 0));

    table.database.run(
        tx -> {
          offerAsAnotherReplica(tx, first);
          dispatch();
        });
    dispatch();
    assertThat(offeredTo(shop)).isEmpty();
    assertThat(offeredTo(lab)).hasSize(1);

    table.database.run(tx -> table.transitions.cancel(tx, first.id()));
    dispatch();
    assertThat(offeredTo(shop)).hasSize(1);
  }

  @Test
  void aSlotIsKeptForThoseWhoWaitForAnAnswer() {
    worker(TaskKind.INGEST, 2);
    table.queue(0);
    table.queue(0);
    dispatch();
    assertThat(offers).hasSize(1);

    Task photo = table.queue(100);
    dispatch();

    assertThat(offers).extracting(RunTask::taskId).contains(photo.id()).hasSize(2);
  }

  @Test
  void whoWaitsForAnAnswerComesBeforeAllBatchWork() {
    worker(TaskKind.INGEST, 1);
    Task old = table.queue(0);
    table.database.run(
        tx -> tx.update("UPDATE task SET urgent_at = urgent_at - interval '1 year'"));
    Task photo = table.queue(100);

    dispatch();

    assertThat(offers).extracting(RunTask::taskId).containsExactly(photo.id());
    assertThat(old.id()).isNotEqualTo(photo.id());
  }

  @Test
  void withinALaneAPointOfPriorityIsWorthAMinuteOfWaiting() {
    worker(TaskKind.INGEST, 1);
    Task old = table.queue(0);
    table.database.run(
        tx -> tx.update("UPDATE task SET urgent_at = urgent_at - interval '10 minutes'"));
    Task lessUrgent = table.queue(9);
    Task moreUrgent = table.queue(11);

    assertThat(nextThree()).containsExactly(moreUrgent.id(), old.id(), lessUrgent.id());
  }

  @Test
  void pausedKindIsNotOffered() {
    JdbcQueuePauses pauses = new JdbcQueuePauses();
    worker(TaskKind.INGEST, 5);
    table.queue(100);
    table.database.run(tx -> pauses.pause(tx, TaskKind.INGEST, "disk full"));

    dispatch();
    assertThat(offers).isEmpty();

    table.database.run(tx -> pauses.resume(tx, TaskKind.INGEST));
    dispatch();
    assertThat(offers).hasSize(1);
  }

  @Test
  void offersThatNobodyCanReadLeaveTheSlotToOthersMeanwhile() {
    WorkerId worker = worker(TaskKind.INGEST, 1);
    Task unreadable = table.queue(0);
    Task good = table.queue(0);
    for (int i = 0; i < 2; i++) {
      dispatch();
      assertThat(lastOffer().taskId()).isEqualTo(unreadable.id());
      expireOffers();
    }

    dispatch();

    assertThat(lastOffer().taskId()).isEqualTo(good.id());
    start(lastOffer(), worker);
    assertThat(table.find(good).state()).isEqualTo(TaskState.RUNNING);
    assertThat(table.find(unreadable).view())
        .returns(TaskState.QUEUED, TaskView::state)
        .returns(0, TaskView::failures)
        .returns(0, TaskView::interruptions);
  }

  @Test
  void eachOfferInARowThatNobodyTookMakesTheNextOneWaitLonger() {
    WorkerId worker = worker(TaskKind.INGEST, 1);
    Task task = table.queue(0);
    for (long wait : new long[] {0, 5, 10, 20, 40, 80, 160, 300, 300}) {
      dispatch();
      expireOffers();
      // More than half of it is left, which is what the one before had
      assertThat(secondsUntilNextOffer(task)).isBetween(wait == 0 ? 0 : wait / 2 + 1, wait);
      table.database.run(tx -> tx.update("UPDATE task SET not_before_at = now()"));
    }

    dispatch();
    start(lastOffer(), worker);
    expireLeases();
    dispatch();
    expireOffers();

    assertThat(secondsUntilNextOffer(task)).isZero();
  }

  @Test
  void drainedWorkerGetsNothingAndIsToldUntilItObeys() {
    WorkerId worker = worker(TaskKind.INGEST, 1);
    table.queue(100);
    table.database.run(tx -> reporting.drain().drain(tx, worker, "new memory"));

    dispatch();
    assertThat(offers).isEmpty();
    assertThat(orders).containsExactly(DrainWorker.class.getSimpleName());

    heartbeat(worker, TaskKind.INGEST, 1, false);
    dispatch();
    heartbeat(worker, TaskKind.INGEST, 1, true);
    dispatch();
    assertThat(orders).containsExactly("DrainWorker", "DrainWorker");

    table.database.run(tx -> reporting.drain().resume(tx, worker));
    dispatch();
    assertThat(orders).endsWith(ResumeWorker.class.getSimpleName());
    assertThat(offers).hasSize(1);
  }

  @Test
  void aTrainingMakesRoomForUrgentWorkAndForNothingElse() {
    WorkerId worker = worker(TaskKind.TRAIN, 1);
    Task training = train(0);
    dispatch();
    start(offers.get(0), worker);

    train(49);
    dispatch();
    assertThat(orders).isEmpty();

    Task urgent = train(60);
    dispatch();
    dispatch();
    assertThat(orders).containsExactly(YieldTask.class.getSimpleName());
    assertThat(table.find(training).yieldAskedAt()).isNotNull();

    table.database.run(tx -> reporting.yielded(tx, training, worker));
    dispatch();
    assertThat(offers.get(1).taskId()).isEqualTo(urgent.id());
    assertThat(orders).hasSize(1);
  }

  @Test
  void nobodyIsAskedToMakeRoomOnAWorkerThatTakesNoOffers() {
    WorkerId drained = worker(TaskKind.TRAIN, 2);
    WorkerId other = new WorkerId("train-worker/there/1");
    Task asked = train(0);
    Task least = train(1);
    dispatch();
    offers.forEach(offer -> start(offer, drained));
    table.database.run(tx -> table.transitions.askToYield(tx, asked.id()));
    heartbeat(other, TaskKind.TRAIN, 1, false);
    Task more = train(9);
    dispatch();
    start(lastOffer(), other);
    table.database.run(tx -> reporting.drain().drain(tx, drained, "new memory"));

    train(60);
    dispatch();

    assertThat(orders).containsExactly("DrainWorker", "YieldTask");
    assertThat(table.find(least).yieldAskedAt()).isNull();
    assertThat(table.find(more).yieldAskedAt()).isNotNull();
  }

  @Test
  void noMoreTrainingsAreAskedThanThereIsUrgentWork() {
    WorkerId worker = worker(TaskKind.TRAIN, 3);
    for (int i = 0; i < 3; i++) {
      train(i);
    }
    dispatch();
    offers.forEach(offer -> start(offer, worker));

    train(60);
    dispatch();
    train(60);
    dispatch();

    assertThat(orders).containsExactly("YieldTask", "YieldTask");
    // The least important first
    assertThat(offers)
        .filteredOn(offer -> table.find(offer.taskId()).yieldAskedAt() == null)
        .singleElement()
        .satisfies(offer -> assertThat(table.priority(offer.taskId())).isEqualTo(2));
  }

  @Test
  void theCostOfATurnDoesNotFollowTheLengthOfTheQueue() {
    worker(TaskKind.INGEST, 5);
    Task one = table.queue(0);
    table.database.run(
        tx ->
            tx.update(
                """
                INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec)
                SELECT gen_random_uuid(), run_id, step_id, step, kind, state, priority, spec
                  FROM task CROSS JOIN generate_series(1, 20000)
                 WHERE task_id = ?
                """,
                one.id()));

    assertThat(rowsReadInATurn()).isLessThan(50);
  }

  @Test
  void theCostOfATurnDoesNotFollowWhatAClientWithAQuotaBeganLongAgo() {
    UUID lab = client("lab", 1, null, 5);
    worker(TaskKind.INGEST, 5);
    Task one = table.queue(new Standing(lab, 0));
    for (int i = 0; i < 5; i++) {
      table.queue(new Standing(lab, 0));
    }
    table.database.run(
        tx ->
            tx.update(
                """
                INSERT INTO task (task_id, run_id, step_id, step, kind, client, state, priority, spec,
                                  result, finished_at, recent_starts)
                SELECT gen_random_uuid(), run_id, step_id, step, kind, client, 'SUCCEEDED', priority, spec,
                       '{}', now(), ARRAY[now() - interval '61 seconds']
                  FROM task CROSS JOIN generate_series(1, 20000)
                 WHERE task_id = ?
                """,
                one.id()));

    assertThat(rowsReadInATurn()).isLessThan(50);
  }

  private long rowsReadInATurn() {
    table.database.run(tx -> tx.update("ANALYZE task"));
    return table.database.transact(
        tx -> {
          FairShare share = new JdbcCandidates().read(tx, TaskKind.INGEST, 5);
          assertThat(share.take(9, Lane.BATCH)).hasSize(5);
          return tx.find(
                  """
                  SELECT seq_tup_read + idx_tup_fetch AS rows
                    FROM pg_stat_xact_user_tables
                   WHERE relname = 'task'
                  """,
                  row -> row.number("rows"))
              .orElseThrow();
        });
  }

  private List<TaskId> nextThree() {
    List<TaskId> next = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      dispatch();
      TaskId offered = lastOffer().taskId();
      next.add(offered);
      table.database.run(tx -> table.transitions.cancel(tx, offered));
    }
    return next;
  }

  /** Its turn is not committed yet. */
  private void offerAsAnotherReplica(Transaction tx, Task ingest) {
    assertThat(new JdbcQueues().lockSlots(tx, TaskKind.INGEST)).isPresent();
    List<TaskId> chosen = new JdbcCandidates().read(tx, TaskKind.INGEST, 1).take(1, Lane.BATCH);
    assertThat(chosen).containsExactly(ingest.id());
    table.transitions.offer(tx, chosen, Duration.ofSeconds(30));
  }

  private Task train(int priority) {
    return train(new Standing(Standing.NOBODY, priority));
  }

  private Task train(Standing standing) {
    PrefixRef checkpoint =
        new PrefixRef(Bucket.MODELS, "tasks/x/1/c/", new ObjectRef(Bucket.MODELS, "m", 1, "00"));
    return table.queue(standing, new ExportCheckpoint(checkpoint, CheckpointFormat.SAFETENSORS));
  }

  private RunTask lastOffer() {
    return offers.get(offers.size() - 1);
  }

  private void expireOffers() {
    table.database.run(
        tx -> table.transitions.expireOffers(tx, Instant.now().plusSeconds(3600), 10));
  }

  private void expireLeases() {
    table.database.run(
        tx -> table.transitions.expireLeases(tx, Instant.now().plusSeconds(3600), 20, 5, 10));
  }

  private long secondsUntilNextOffer(Task task) {
    return table
        .database
        .transact(
            tx ->
                tx.find(
                    """
                    SELECT ceil(EXTRACT(EPOCH FROM not_before_at - now())) AS seconds
                      FROM task
                     WHERE task_id = ?
                    """,
                    row -> (long) row.real("seconds"),
                    task.id()))
        .map(seconds -> Math.max(0, seconds))
        .orElseThrow();
  }

  private void start(RunTask offer, WorkerId worker) {
    table.database.run(
        tx ->
            table.transitions.start(
                tx,
                List.of(new TaskStarted(offer.taskId(), offer.attempt(), worker, Instant.EPOCH)),
                LEASE));
  }

  private UUID client(
      String name, int weight, @Nullable Integer mostRunning, @Nullable Integer startsPerMinute) {
    UUID id = UUID.randomUUID();
    table.database.run(
        tx ->
            tx.update(
                """
                INSERT INTO api_key (api_key_id, name, key_sha256, role, weight, most_running, starts_per_minute)
                VALUES (?, ?, ?, 'submitter', ?, ?, ?)
                """,
                id,
                name,
                name,
                weight,
                mostRunning,
                startsPerMinute));
    return id;
  }

  private WorkerId worker(TaskKind kind, int slots) {
    WorkerId id = new WorkerId(kind.shareGroup() + "/here/1");
    heartbeat(id, kind, slots, false);
    return id;
  }

  private void heartbeat(WorkerId id, TaskKind kind, int slots, boolean draining) {
    Instant now = Instant.now();
    WorkerHeartbeat beat =
        new WorkerHeartbeat(id, now, kind, "here", 1, "1", slots, 0, "cpu", now, 1, 1, draining);
    table.database.run(tx -> reporting.workers().handle(tx, beat));
  }

  /** One turn; whatever it sends is read and forgotten. */
  private void dispatch() {
    dispatcher.step();
    table.database.run(
        tx ->
            tx.query("DELETE FROM outbox RETURNING outbox_id, message", row -> row.text("message"))
                .forEach(this::sent));
  }

  private void sent(String message) {
    try {
      var json = WireJson.MAPPER.readTree(message);
      if (json.has("spec")) {
        offers.add(WireJson.MAPPER.treeToValue(json, RunTask.class));
      } else {
        orders.add(json.get("type").asText());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RunTask> offeredTo(UUID client) {
    return offers.stream().filter(offer -> table.client(offer.taskId()).equals(client)).toList();
  }
}
