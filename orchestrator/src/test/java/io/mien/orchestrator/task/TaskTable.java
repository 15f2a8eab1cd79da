package io.mien.orchestrator.task;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.TaskSpec;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.queue.JdbcCandidates;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.orchestrator.worker.LostWorkers;
import io.mien.testkit.TestDatabase;
import io.mien.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database of its own, with a run to put tasks into. */
public final class TaskTable {

  public static final Duration LEASE = Duration.ofMinutes(1);
  public static final WorkerId WORKER = new WorkerId("ingest-worker/here/1");

  public final Database database;
  public final JdbcTaskRepository tasks = new JdbcTaskRepository();
  public final JdbcTaskTransitions transitions = new JdbcTaskTransitions();

  private final RunId runId = new RunId(UUID.randomUUID());
  private final StepId stepId = new StepId(UUID.randomUUID());

  public TaskTable() {
    TestDatabase fresh = TestServers.postgres().freshDatabase();
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(fresh.jdbcUrl());
    source.setUser(fresh.user());
    source.setPassword(fresh.password());
    Flyway.configure().dataSource(source).locations("db/migration").load().migrate();
    database = new Database(source);
    database.run(
        tx -> {
          tx.update(
              "INSERT INTO run (run_id, name, template, plan, priority, state) VALUES (?, 'r', 'pipeline', '{}', 0, 'RUNNING')",
              runId);
          tx.update(
              "INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state) VALUES (?, ?, 0, 'prepare', 'ingest', '{}', 'QUEUED')",
              stepId,
              runId);
        });
  }

  public Task queue() {
    return queue(0);
  }

  public Task queue(int priority) {
    return queue(new Standing(Standing.NOBODY, priority));
  }

  public Task queue(Standing standing) {
    ObjectRef photo = new ObjectRef(Bucket.SYNTHESES, "uploads/x/photo", 1, "00");
    return queue(standing, new PreparePhoto(photo, new CropRecipe("cascade-v1", 64, 0.25, true)));
  }

  public Task queue(Standing standing, TaskSpec spec) {
    NewTask task =
        new NewTask(
            new TaskId(UUID.randomUUID()), runId, stepId, "prepare", 0, standing, spec, null);
    return database.transact(tx -> tasks.insert(tx, task));
  }

  /** A worker dies without a word, with whatever it holds. */
  void loseWorker(WorkerId worker) {
    Instant now = Instant.now();
    WorkerHeartbeat beat =
        new WorkerHeartbeat(
            worker, now, TaskKind.INGEST, "here", 1, "1", 9, 0, "cpu", now, 1, 1, false);
    database.run(
        tx ->
            tx.update(
                """
                INSERT INTO worker (worker_id, kind, slots, state, heartbeat, last_seen_at)
                VALUES (?, 'ingest', 9, 'ALIVE', CAST(? AS jsonb), now() - interval '1 day')
                ON CONFLICT (worker_id) DO UPDATE SET state = 'ALIVE'
                """,
                worker,
                new Json(beat)));
    new LostWorkers(
            database,
            new JdbcWorkerRepository(),
            new JdbcHistory(Clock.systemUTC()),
            () -> Optional.of(now),
            Duration.ofSeconds(20))
        .step();
  }

  public RunId runId() {
    return runId;
  }

  public Task offer() {
    return offer(1).get(0);
  }

  List<Task> offer(int limit) {
    return database.transact(
        tx -> {
          List<TaskId> next = next(tx, limit);
          return next.isEmpty() ? List.of() : transitions.offer(tx, next, Duration.ofSeconds(30));
        });
  }

  /** Whether any could be offered. */
  boolean isWaiting() {
    return database.transact(tx -> !next(tx, 1).isEmpty());
  }

  private static List<TaskId> next(Transaction tx, int limit) {
    return new JdbcCandidates().read(tx, TaskKind.INGEST, limit).take(limit, Lane.BATCH);
  }

  /** A task that {@link #WORKER} runs in its first attempt. */
  public Task start() {
    queue();
    Task offered = offer();
    return database
        .transact(tx -> transitions.start(tx, List.of(started(offered, WORKER)), LEASE))
        .get(0);
  }

  public Task find(Task task) {
    return find(task.id());
  }

  public Task find(TaskId task) {
    return database.transact(tx -> tasks.find(tx, task)).orElseThrow();
  }

  public UUID client(TaskId task) {
    return database
        .transact(
            tx -> tx.find("SELECT client FROM task WHERE task_id = ?", r -> r.uuid("client"), task))
        .orElseThrow();
  }

  public int priority(TaskId task) {
    return database
        .transact(
            tx ->
                tx.find(
                    "SELECT priority FROM task WHERE task_id = ?",
                    r -> r.integer("priority"),
                    task))
        .orElseThrow();
  }

  public static TaskStarted started(Task task, WorkerId worker) {
    return new TaskStarted(task.id(), task.view().attempt(), worker, Instant.EPOCH);
  }
}
