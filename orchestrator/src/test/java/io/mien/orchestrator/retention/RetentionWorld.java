package io.mien.orchestrator.retention;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.loop.Step;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.store.ObjectStoreConfig;
import io.mien.store.minio.MinioObjectStore;
import io.mien.testkit.TestDatabase;
import io.mien.testkit.TestObjectStore;
import io.mien.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A database and buckets of their own, with rows and objects that a test says are there. */
public final class RetentionWorld implements AutoCloseable {

  /** Long before any test. */
  public static final Duration LONG_AGO = Duration.ofDays(100);

  static final RetentionRules RULES =
      new RetentionRules(
          Duration.ZERO,
          Duration.ofHours(1),
          Map.of(RunState.FAILED, Duration.ofDays(30), RunState.CANCELLED, Duration.ofDays(7)),
          Duration.ofDays(30),
          Duration.ofDays(30));

  public final Database database;
  public final MinioObjectStore store;
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  public RetentionWorld() {
    TestDatabase fresh = TestServers.postgres().freshDatabase();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(fresh.jdbcUrl());
    source.setUser(fresh.user());
    source.setPassword(fresh.password());
    Flyway.configure().dataSource(source).locations("db/migration").load().migrate();
    database = new Database(source);
    TestObjectStore server = TestServers.objectStore();
    store =
        new MinioObjectStore(
            new ObjectStoreConfig(
                server.endpoint(),
                server.accessKey(),
                server.secretKey(),
                server.freshNamespace()));
    store.createBuckets();
  }

  @Override
  public void close() {
    store.close();
  }

  ObjectCollection collection(Duration grace, int page) {
    return collection(grace, RULES.madeItems(), page);
  }

  /**
   * @param madeItems how long they are found again
   */
  ObjectCollection collection(Duration grace, Duration madeItems, int page) {
    return new ObjectCollection(
        database,
        store,
        new FreedTally(meters),
        new RetentionRules(grace, RULES.every(), RULES.outcomes(), RULES.expressions(), madeItems),
        page);
  }

  public RunExpiry expiry() {
    return new RunExpiry(
        database, new JdbcHistory(Clock.systemUTC()), store, new FreedTally(meters), RULES);
  }

  /** Until there is nothing to do at once. */
  static void exhaust(Step step) {
    while (step.step() == Step.Progress.MORE) {
      // Each step does its part
    }
  }

  /** A run that ended, or began, so long ago. */
  public RunId run(RunState state, String template, Duration ago) {
    RunId run = new RunId(UUID.randomUUID());
    database.run(
        tx ->
            tx.update(
                """
                INSERT INTO run (run_id, name, template, plan, priority, state, created_at, finished_at)
                VALUES (?, 'r', ?, '{}', 0, ?, now() - make_interval(secs => ?),
                        CASE WHEN ? IN ('RUNNING', 'CANCELLING') THEN NULL ELSE now() - make_interval(secs => ?) END)
                """,
                run,
                template,
                state,
                ago,
                state,
                ago));
    database.run(
        tx ->
            tx.update(
                """
                INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state)
                VALUES (?, ?, 0, 's', 'train', '{}', 'QUEUED')
                """,
                UUID.randomUUID(),
                run));
    return run;
  }

  public RunId failedRun() {
    return run(RunState.FAILED, "pipeline", LONG_AGO);
  }

  /**
   * A task of the run in its so-manieth attempt.
   *
   * @param life of the worker that has or had that attempt
   */
  public TaskId task(RunId run, TaskState state, int attempt, String life) {
    TaskId task = new TaskId(UUID.randomUUID());
    database.run(
        tx ->
            tx.update(
                """
                INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec, attempt, worker_id,
                                  offer_expires_at, lease_until, finished_at, result)
                SELECT ?, run_id, step_id, 's', 'train', asked.state, 0, '{}', ?, 'train-worker/host/' || ?,
                       CASE WHEN asked.state = 'OFFERED' THEN now() END,
                       CASE WHEN asked.state IN ('RUNNING', 'CANCELLING') THEN now() END,
                       CASE WHEN asked.state IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED') THEN now() END,
                       CASE WHEN asked.state = 'SUCCEEDED' THEN CAST('{}' AS jsonb) END
                  FROM step
                 CROSS JOIN (SELECT CAST(? AS text) AS state) AS asked
                 WHERE run_id = ?
                """,
                task,
                attempt,
                life,
                state,
                run));
    return task;
  }

  /** Changes rows as a test says. */
  public void sql(String sql, Object... parameters) {
    database.run(tx -> tx.update(sql, parameters));
  }

  /** How many rows of a table there are. */
  long count(String table, RunId run) {
    return database
        .transact(
            tx ->
                tx.query(
                    "SELECT count(*) AS rows FROM " + table + " WHERE run_id = ?",
                    row -> row.number("rows"),
                    run))
        .get(0);
  }

  /** An object of an attempt. */
  public String put(Bucket bucket, TaskId task, int attempt, String life, String name) {
    return put(bucket, ObjectKeys.attempt(task, attempt, life) + name);
  }

  String put(Bucket bucket, String key) {
    store.put(bucket, key, new byte[] {1, 2, 3}, "application/octet-stream");
    return key;
  }

  /** The JSON of a set of objects that lie under the attempt's prefix. */
  public static String set(TaskId task, int attempt, String life, String name) {
    String prefix = ObjectKeys.attempt(task, attempt, life) + name;
    return """
        {"bucket": "models", "prefix": "%s/",
         "manifest": {"bucket": "models", "key": "%s/m.json", "bytes": 1, "sha256": "00"}}"""
        .formatted(prefix, prefix);
  }

  /** Everything that tasks have in the bucket. */
  public List<String> keys(Bucket bucket) {
    return keys(bucket, ObjectKeys.TASKS);
  }

  List<String> keys(Bucket bucket, String prefix) {
    return store.list(bucket, prefix, "", ObjectStore.LARGEST_PAGE).stream()
        .map(ObjectStore.Listed::key)
        .toList();
  }

  double freed(FreedTally.Cause cause, String what) {
    String label = cause.name().toLowerCase(Locale.ROOT);
    return meters.counter("mien.retention.freed." + what, "cause", label).count();
  }
}
