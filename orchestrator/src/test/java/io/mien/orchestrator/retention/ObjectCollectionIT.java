package io.mien.orchestrator.retention;

import static io.mien.orchestrator.retention.RetentionWorld.exhaust;
import static io.mien.orchestrator.retention.RetentionWorld.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.loop.Step;
import io.mien.store.ObjectKeys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What attempts leave behind. */
class ObjectCollectionIT {

  private static final int PAGE = 100;

  private final RetentionWorld world = new RetentionWorld();
  private final ObjectCollection collection = world.collection(Duration.ZERO, PAGE);
  private RunId run;

  @BeforeEach
  void begin() {
    run = world.run(RunState.RUNNING, "pipeline", Duration.ofDays(2));
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void onlyThePublishedAttemptOfASucceededTaskStays() {
    TaskId task = world.task(run, TaskState.SUCCEEDED, 2, "winner");
    world.put(Bucket.MODELS, task, 1, "first", "checkpoint/weights");
    world.put(Bucket.MODELS, task, 2, "loser", "checkpoint/weights");
    String published = world.put(Bucket.MODELS, task, 2, "winner", "checkpoint/weights");
    String state = world.put(Bucket.MODELS, task, 2, "winner", "states/20/weights");

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(published, state);
    assertThat(world.freed(FreedTally.Cause.UNNEEDED, "objects")).isEqualTo(2);
    assertThat(world.freed(FreedTally.Cause.UNNEEDED, "bytes")).isEqualTo(6);
  }

  @Test
  void whatWasMadeOfItemsIsForgottenWhenItIsOld() {
    String made = ObjectKeys.made("ab".repeat(32));
    world.store.put(Bucket.SYNTHESES, made, new byte[1], "application/json");

    exhaust(collection);
    assertThat(world.keys(Bucket.SYNTHESES, ObjectKeys.MADE)).containsExactly(made);

    world.sql("UPDATE object_sweep SET next_at = now()");
    exhaust(world.collection(Duration.ZERO, Duration.ZERO, PAGE));
    assertThat(world.keys(Bucket.SYNTHESES, ObjectKeys.MADE)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = TaskState.class,
      names = {"QUEUED", "OFFERED", "RUNNING", "CANCELLING"})
  void currentAttemptOfATaskThatGoesOnStaysWhoeverHasIt(TaskState state) {
    TaskId task = world.task(run, state, 2, "holder");
    world.put(Bucket.DATASETS, task, 1, "dead", "shards/a.tar");
    String held = world.put(Bucket.DATASETS, task, 2, "holder", "shards/a.tar");
    String rival = world.put(Bucket.DATASETS, task, 2, "rival", "shards/a.tar");

    exhaust(collection);

    assertThat(world.keys(Bucket.DATASETS)).containsExactly(held, rival);
  }

  @Test
  void attemptWithTheStateThatATrainingCanGoOnFromStays() {
    TaskId failed = world.task(run, TaskState.FAILED, 3, "third");
    world.sql(
        "UPDATE task SET resume_from = CAST(? AS jsonb) WHERE task_id = ?",
        set(failed, 2, "second", "states/40"),
        failed);
    world.put(Bucket.MODELS, failed, 1, "first", "states/20/weights");
    String best = world.put(Bucket.MODELS, failed, 2, "second", "best/30/weights");
    String state = world.put(Bucket.MODELS, failed, 2, "second", "states/40/weights");
    world.put(Bucket.MODELS, failed, 3, "third", "logs/events");

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(best, state);
  }

  @Test
  void imagesOfEveryAttemptStayAsLongAsTheStateOfABulkSynthesisIsAllThatThereIs() {
    TaskId cancelled = world.task(run, TaskState.CANCELLED, 3, "third");
    world.sql(
        "UPDATE task SET spec = '{\"type\": \"SynthesiseItems\"}', resume_from = CAST(? AS jsonb) WHERE task_id = ?",
        set(cancelled, 2, "second", "state/40"),
        cancelled);
    String first = world.put(Bucket.SYNTHESES, cancelled, 1, "first", "images/1/happy.png");
    String second = world.put(Bucket.SYNTHESES, cancelled, 2, "second", "state/40/part.json");

    exhaust(collection);

    assertThat(world.keys(Bucket.SYNTHESES)).containsExactly(first, second);
  }

  @Test
  void whatTheResultNamesStaysWhicheverAttemptWroteIt() {
    TaskId task = world.task(run, TaskState.SUCCEEDED, 2, "winner");
    world.sql(
        "UPDATE task SET result = CAST(? AS jsonb) WHERE task_id = ?",
        set(task, 1, "first", "checkpoint"),
        task);
    String named = world.put(Bucket.MODELS, task, 1, "first", "checkpoint/weights");

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(named);
  }

  @Test
  void samplesOfADeadAttemptStayWithoutItsStates() {
    TaskId task = world.task(run, TaskState.SUCCEEDED, 2, "winner");
    String sample = world.put(Bucket.MODELS, task, 1, "dead", "samples/00000010.png");
    world.put(Bucket.MODELS, task, 1, "dead", "samples/00000020.png");
    world.put(Bucket.MODELS, task, 1, "dead", "states/10/weights");
    world.sql(
        """
        INSERT INTO sample (task_id, iteration, image)
        VALUES (?, 10, jsonb_build_object('bucket', 'models', 'key', CAST(? AS text), 'bytes', 3, 'sha256', '00'))
        """,
        task,
        sample);

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(sample);
  }

  @Test
  void nothingYoungIsDeleted() {
    TaskId task = world.task(run, TaskState.DEAD, 1, "dead");
    String young = world.put(Bucket.REPORTS, task, 1, "dead", "report.html");

    exhaust(world.collection(Duration.ofDays(1), PAGE));

    assertThat(world.keys(Bucket.REPORTS)).containsExactly(young);
  }

  @Test
  void objectsOfATaskWithoutARowGoUnlessAPlanNamesThem() {
    TaskId unknown = new TaskId(UUID.randomUUID());
    TaskId named = new TaskId(UUID.randomUUID());
    world.put(Bucket.MODELS, unknown, 1, "zombie", "late");
    String kept = world.put(Bucket.MODELS, named, 1, "worker", "checkpoint/weights");
    world.sql(
        "UPDATE run SET plan = CAST(? AS jsonb) WHERE run_id = ?",
        set(named, 1, "worker", "checkpoint"),
        run);

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(kept);
  }

  @Test
  void withTheBucketsOfAnotherDatabaseOnlyWhatIsKnownIsDeleted() {
    TaskId known = world.task(run, TaskState.DEAD, 1, "dead");
    world.put(Bucket.MODELS, known, 1, "dead", "states/1/weights");
    String foreign = world.put(Bucket.MODELS, new TaskId(UUID.randomUUID()), 1, "other", "weights");
    byte[] other = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    world.store.put(Bucket.DATASETS, ObjectKeys.OWNER, other, "text/plain");

    exhaust(collection);

    assertThat(world.keys(Bucket.MODELS)).containsExactly(foreign);
  }

  @Test
  void whatWasSentInForNothingGoes() {
    UUID givenUp = UUID.randomUUID();
    upload(givenUp, "GIVEN_UP");
    UUID ready = UUID.randomUUID();
    upload(ready, "READY");
    String photo = world.put(Bucket.SYNTHESES, ObjectKeys.upload(run));
    world.put(Bucket.SYNTHESES, ObjectKeys.upload(new RunId(UUID.randomUUID())));
    world.put(Bucket.MODELS, ObjectKeys.uploadedCheckpoint(new RunId(UUID.randomUUID())));
    world.put(Bucket.DATASETS, ObjectKeys.UPLOADS + givenUp + "/faces.zip");
    String archive = world.put(Bucket.DATASETS, ObjectKeys.UPLOADS + ready + "/faces.zip");
    String operators =
        world.put(Bucket.DATASETS, ObjectKeys.UPLOADS + UUID.randomUUID() + "/a.png");

    exhaust(collection);

    assertThat(world.keys(Bucket.SYNTHESES, ObjectKeys.UPLOADS)).containsExactly(photo);
    assertThat(world.keys(Bucket.MODELS, ObjectKeys.UPLOADS)).isEmpty();
    assertThat(world.keys(Bucket.DATASETS, ObjectKeys.UPLOADS))
        .containsExactlyInAnyOrder(archive, operators);
  }

  @Test
  void twoReplicasGoThroughAllPagesTogetherAndThenRest() {
    TaskId dead = world.task(run, TaskState.DEAD, 1, "dead");
    TaskId done = world.task(run, TaskState.SUCCEEDED, 1, "done");
    for (int i = 0; i < 5; i++) {
      world.put(Bucket.MODELS, dead, 1, "dead", "states/" + i);
      world.put(Bucket.MODELS, done, 1, "done", "states/" + i);
    }
    ObjectCollection one = world.collection(Duration.ZERO, 3);
    ObjectCollection other = world.collection(Duration.ZERO, 3);

    int steps = 0;
    while (one.step() == Step.Progress.MORE && other.step() == Step.Progress.MORE) {
      steps++;
    }
    exhaust(other);

    assertThat(world.keys(Bucket.MODELS)).hasSize(5).allMatch(key -> key.contains(done.toString()));
    assertThat(steps).isGreaterThan(3);
    assertThat(one.step()).isEqualTo(Step.Progress.DONE);
  }

  @Test
  void partOfAReplicaThatDiedIsTakenOverWhenItsClaimEnds() {
    TaskId dead = world.task(run, TaskState.DEAD, 1, "dead");
    world.put(Bucket.MODELS, dead, 1, "dead", "states/1");
    JdbcObjectSweeps sweeps = new JdbcObjectSweeps();
    world.sql(
        "UPDATE object_sweep SET next_at = next_at - interval '1 hour' WHERE bucket = 'MODELS' AND root = 'tasks/'");
    ObjectSweep lost =
        world.database.transact(tx -> sweeps.claim(tx, Duration.ofMinutes(10))).orElseThrow();

    exhaust(collection);
    assertThat(world.keys(Bucket.MODELS)).hasSize(1);

    world.sql(
        "UPDATE object_sweep SET next_at = now() WHERE bucket = 'MODELS' AND root = 'tasks/'");
    exhaust(collection);

    assertThat(lost.bucket()).isEqualTo(Bucket.MODELS);
    assertThat(world.keys(Bucket.MODELS)).isEmpty();
  }

  private void upload(UUID id, String state) {
    world.sql(
        """
        INSERT INTO upload (upload_id, client, name, fingerprint, state, part_bytes, store_upload, expires_at)
        VALUES (?, 'c', 'faces.zip', ?, ?, 1, 'u', now())
        """,
        id,
        id.toString(),
        state);
  }
}
