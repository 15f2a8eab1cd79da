package io.mien.orchestrator.chaos;

import static org.awaitility.Awaitility.await;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.RunningOrchestrator;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.run.FacesPlan;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.store.ObjectStore;
import io.mien.testkit.TestServers;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An orchestrator with a fresh database, and runs of one task for it. */
final class SystemUnderTest implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final ObjectRef OBJECT = new ObjectRef(Bucket.MODELS, "tasks/x/1/y/m", 1, "00");
  private static final PrefixRef GENERATOR = new PrefixRef(Bucket.MODELS, "tasks/x/1/y/", OBJECT);

  private final Map<String, String> settings;
  private final RunningOrchestrator orchestrator;

  private SystemUnderTest(Map<String, String> special) throws SQLException {
    settings = new HashMap<>(TestServers.orchestratorConfig());
    settings.putAll(special);
    orchestrator = new RunningOrchestrator(settings);
  }

  /**
   * With a replica in this process.
   *
   * @param special settings beside those of the test servers
   */
  static SystemUnderTest started(Map<String, String> special) throws SQLException {
    SystemUnderTest system = new SystemUnderTest(special);
    system.orchestrator.start();
    return system;
  }

  /** Whose replicas are processes of their own. */
  static SystemUnderTest withoutReplica() throws SQLException {
    return new SystemUnderTest(Map.of());
  }

  Map<String, String> settings() {
    return Map.copyOf(settings);
  }

  String bootstrapServers() {
    return TestServers.kafka().bootstrapServers();
  }

  ObjectStore store() {
    return orchestrator.get(ObjectStore.class);
  }

  Database database() {
    return orchestrator.database();
  }

  <T> T get(Class<T> type) {
    return orchestrator.get(type);
  }

  /** A process of a worker for these runs. */
  WorkerProcess worker(WorkerProcess.Fate fate, Path go) throws Exception {
    return WorkerProcess.start(settings, fate, go);
  }

  /** Asks until it is heard that the run was started. No two ask for the same faces. */
  RunId start() {
    return start(UUID.randomUUID().getMostSignificantBits() >>> 1);
  }

  /** The same for these faces. */
  RunId start(long seed) {
    RunId run = new RunId(UUID.randomUUID());
    NewRun asked =
        new NewRun(
            run,
            "run",
            new FacesPlan(new CheckpointId(run.value()), GENERATOR, seed, 1),
            null,
            null);
    JdbcIdempotencyKeys.Request once =
        new JdbcIdempotencyKeys.Request("client", run.toString(), "");
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(Unavailable.class)
        .until(
            () ->
                database()
                    .transact(tx -> get(RunStarter.class).startOnce(tx, once, run, () -> asked))
                    .equals(run));
    return run;
  }

  void cancel(RunId run) {
    database().run(tx -> get(RunCanceller.class).cancel(tx, run));
  }

  TaskView task(RunId run) {
    return database()
        .transact(tx -> get(JdbcTaskRepository.class).ofRuns(tx, List.of(run)))
        .get(0)
        .view();
  }

  TaskView awaitTask(RunId run, TaskState state) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(Unavailable.class)
        .until(() -> task(run).state() == state);
    return task(run);
  }

  /** Returns when all runs have succeeded. */
  void awaitSuccess(List<RunId> runs) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(Unavailable.class)
        .until(() -> count(runs, RunState.SUCCEEDED) == runs.size());
  }

  List<EventView> events() {
    return database().transact(tx -> get(JdbcHistory.class).after(tx, 0, null, Integer.MAX_VALUE));
  }

  long count(List<RunId> runs, RunState state) {
    return database()
        .transact(
            tx ->
                tx.query(
                    "SELECT count(*) AS number FROM run WHERE run_id = ANY(CAST(? AS uuid[])) AND state = ?",
                    row -> row.number("number"),
                    runs,
                    state))
        .get(0);
  }

  @Override
  public void close() {
    orchestrator.close();
  }
}
