package io.mien.orchestrator.retention;

import static io.mien.orchestrator.retention.RetentionWorld.LONG_AGO;
import static io.mien.orchestrator.retention.RetentionWorld.exhaust;
import static io.mien.orchestrator.retention.RetentionWorld.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.store.ObjectKeys;
import io.mien.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs whose time is over. */
class RunExpiryIT {

  private static final String REVIEW = "UPDATE run SET review_at = NULL";

  private final RetentionWorld world = new RetentionWorld();
  private final RunExpiry expiry = world.expiry();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void runsGoAfterTheTimeOfTheirOutcomeWithAllThatTheyHave() {
    RunId failed = world.failedRun();
    trained(failed);
    world.run(RunState.CANCELLED, "pipeline", Duration.ofDays(8));
    RunId young = world.run(RunState.FAILED, "pipeline", Duration.ofDays(8));
    RunId succeeded = world.run(RunState.SUCCEEDED, "pipeline", LONG_AGO);
    RunId running = world.run(RunState.RUNNING, "pipeline", LONG_AGO);

    exhaust(expiry);

    assertThat(runs()).containsExactlyInAnyOrder(young, succeeded, running);
    assertThat(world.keys(Bucket.MODELS)).isEmpty();
    assertThat(world.count("task", failed) + world.count("step", failed)).isZero();
    assertThat(world.count("checkpoint", failed)).isZero();
    assertThat(history(failed)).isEqualTo(1);
    assertThat(world.freed(FreedTally.Cause.RUN_EXPIRED, "objects")).isEqualTo(2);
    assertThat(world.freed(FreedTally.Cause.RUN_EXPIRED, "bytes")).isEqualTo(6);
  }

  @Test
  void photosGoByTheirOwnTimeHoweverTheirRunEnded() {
    RunId old = world.run(RunState.SUCCEEDED, "expressions", Duration.ofDays(31));
    RunId young = world.run(RunState.FAILED, "expressions", Duration.ofDays(29));
    world.put(Bucket.SYNTHESES, ObjectKeys.upload(old));
    String kept = world.put(Bucket.SYNTHESES, ObjectKeys.upload(young));

    exhaust(expiry);

    assertThat(runs()).containsExactly(young);
    assertThat(world.keys(Bucket.SYNTHESES, ObjectKeys.UPLOADS)).containsExactly(kept);
  }

  @Test
  void pinnedRunStaysUntilItIsUnpinned() {
    RunId run = world.failedRun();
    world.sql("UPDATE run SET pinned_at = now() WHERE run_id = ?", run);
    exhaust(expiry);
    assertThat(runs()).containsExactly(run);

    world.sql("UPDATE run SET pinned_at = NULL WHERE run_id = ?", run);
    exhaust(expiry);

    assertThat(runs()).isEmpty();
  }

  @Test
  void runWhoseTaskStillWorksStays() {
    RunId run = world.failedRun();
    TaskId task = world.task(run, TaskState.CANCELLING, 1, "worker");
    assertKept(run);

    world.sql(
        "UPDATE task SET state = 'CANCELLED', lease_until = NULL, finished_at = now() WHERE task_id = ?",
        task);
    assertGoes(run);
  }

  @Test
  void runWhoseCheckpointHasAnAliasStays() {
    RunId run = world.failedRun();
    trained(run);
    world.sql(
        "INSERT INTO checkpoint_alias (network, alias, checkpoint_id) SELECT network, 'champion', checkpoint_id FROM checkpoint");
    assertKept(run);
    assertThat(world.keys(Bucket.MODELS)).hasSize(2);

    world.sql("DELETE FROM checkpoint_alias");
    assertGoes(run);
  }

  @Test
  void checkpointOfARunThatIsBeingDeletedGetsNoAlias() {
    RunId run = world.failedRun();
    trained(run);
    CheckpointId checkpoint =
        world
            .database
            .transact(
                tx ->
                    tx.query(
                        "SELECT checkpoint_id FROM checkpoint",
                        row -> new CheckpointId(row.uuid("checkpoint_id"))))
            .get(0);
    JdbcCheckpointRepository checkpoints = new JdbcCheckpointRepository();
    world.database.run(tx -> checkpoints.moveAlias(tx, "early", checkpoint));
    world.sql("UPDATE run SET expiring_at = now()");

    assertThatThrownBy(
            () -> world.database.run(tx -> checkpoints.moveAlias(tx, "late", checkpoint)))
        .isInstanceOfSatisfying(
            InvalidInput.class,
            refused -> assertThat(refused.code()).isEqualTo("checkpoint-expired"));
  }

  @Test
  void runThatMadeTheNewestVersionOfADatasetStays() {
    RunId run = world.failedRun();
    UUID dataset = dataset(world.task(run, TaskState.SUCCEEDED, 1, "packer"));
    assertKept(run);

    RunId later = world.run(RunState.SUCCEEDED, "pipeline", Duration.ofDays(1));
    TaskId newer = world.task(later, TaskState.SUCCEEDED, 1, "packer");
    version(dataset, newer);
    assertGoes(run);
  }

  @Test
  void runWithAVersionOfADatasetThatSomebodyWasErasedFromStays() {
    RunId run = world.failedRun();
    UUID dataset = dataset(world.task(run, TaskState.SUCCEEDED, 1, "packer"));
    RunId erasure = world.run(RunState.SUCCEEDED, "erasure", Duration.ofDays(1));
    version(dataset, world.task(erasure, TaskState.SUCCEEDED, 1, "packer"));
    world.sql(
        "INSERT INTO erased_subject (dataset_id, subject, run_id, crops) VALUES (?, 'S005', ?, 4)",
        dataset,
        erasure);

    assertKept(run);
  }

  @Test
  void runThatAnotherWasPlannedWithStaysAsLongAsThatOne() {
    RunId run = world.failedRun();
    TaskId task = trained(run);
    RunId user = world.run(RunState.SUCCEEDED, "expressions", Duration.ofDays(1));
    world.sql(
        "UPDATE run SET plan = CAST(? AS jsonb) WHERE run_id = ?",
        set(task, 1, "worker", "checkpoint"),
        user);
    assertKept(run);

    world.sql("UPDATE run SET finished_at = now() - interval '31 days' WHERE run_id = ?", user);
    assertGoes(run);
    assertThat(runs()).isEmpty();
  }

  @Test
  void runWhoseTaskIsNamedByAResultOfAnotherStays() {
    RunId run = world.failedRun();
    TaskId task = trained(run);
    RunId other = world.run(RunState.RUNNING, "pipeline", Duration.ofDays(1));
    TaskId user = world.task(other, TaskState.SUCCEEDED, 1, "worker");
    world.sql(
        "UPDATE task SET result = CAST(? AS jsonb) WHERE task_id = ?",
        set(task, 1, "worker", "checkpoint"),
        user);

    assertKept(run);
  }

  @Test
  void deletionThatWasBrokenOffIsGoneOnWithByAnother() {
    RunId run = world.failedRun();
    trained(run);
    TestServers.objectStore().stop();
    try {
      assertThatThrownBy(expiry::step).isInstanceOf(Unavailable.class);
    } finally {
      TestServers.objectStore().start();
    }
    assertThat(runs()).containsExactly(run);
    exhaust(world.expiry());
    assertThat(runs()).as("claimed by the one that died").containsExactly(run);

    world.sql(REVIEW);
    exhaust(world.expiry());

    assertThat(runs()).isEmpty();
    assertThat(world.keys(Bucket.MODELS)).isEmpty();
  }

  @Test
  void severalReplicasDeleteEveryRunOnce() throws Exception {
    List<RunId> due = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      RunId run = world.failedRun();
      trained(run);
      due.add(run);
    }
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      Callable<Boolean> replica =
          () -> {
            exhaust(world.expiry());
            return true;
          };
      for (Future<Boolean> one : threads.invokeAll(List.of(replica, replica, replica))) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(runs()).isEmpty();
    assertThat(due).allMatch(run -> history(run) == 1);
    assertThat(world.freed(FreedTally.Cause.RUN_EXPIRED, "objects")).isEqualTo(60);
  }

  private void assertKept(RunId run) {
    exhaust(expiry);
    assertThat(runs()).contains(run);
  }

  /** When it is looked at the next time. */
  private void assertGoes(RunId run) {
    world.sql(REVIEW);
    exhaust(expiry);
    world.sql(REVIEW);
    exhaust(expiry);
    assertThat(runs()).doesNotContain(run);
  }

  /** A task with a checkpoint of two objects. */
  private TaskId trained(RunId run) {
    TaskId task = world.task(run, TaskState.SUCCEEDED, 1, "worker");
    world.put(Bucket.MODELS, task, 1, "worker", "checkpoint/weights");
    world.put(Bucket.MODELS, task, 1, "worker", "checkpoint/m.json");
    world.sql(
        """
        INSERT INTO checkpoint (checkpoint_id, run_id, task_id, network, summary, location)
        VALUES (?, ?, ?, 'stargan', '{}', CAST(? AS jsonb))
        """,
        UUID.randomUUID(),
        run,
        task,
        set(task, 1, "worker", "checkpoint"));
    world.sql(
        "INSERT INTO measure (task_id, name, iteration, value) VALUES (?, 'loss', 1, 2)", task);
    return task;
  }

  /** A dataset whose newest version the task made. */
  private UUID dataset(TaskId task) {
    UUID dataset = UUID.randomUUID();
    world.sql(
        "INSERT INTO dataset (dataset_id, name, source, layout) VALUES (?, 'd', 'file:///d', 'auto')",
        dataset);
    version(dataset, task);
    return dataset;
  }

  private void version(UUID dataset, TaskId task) {
    String location = set(task, 1, "packer", "dataset");
    world.sql(
        "INSERT INTO dataset_version (task_id, dataset_id, location) VALUES (?, ?, CAST(? AS jsonb))",
        task,
        dataset,
        location);
    world.sql(
        "UPDATE dataset SET prepared = jsonb_build_object('dataset', CAST(? AS jsonb)) WHERE dataset_id = ?",
        location,
        dataset);
  }

  private List<RunId> runs() {
    return world.database.transact(
        tx -> tx.query("SELECT run_id FROM run", row -> new RunId(row.uuid("run_id"))));
  }

  private long history(RunId run) {
    return world.count("task_event", run);
  }
}
