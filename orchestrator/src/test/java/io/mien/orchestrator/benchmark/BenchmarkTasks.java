package io.mien.orchestrator.benchmark;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.task.GenerateFaces;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.run.FacesPlan;
import java.util.UUID;
import java.util.function.IntConsumer;

/** Runs of one task that does nothing, as rows. */
final class BenchmarkTasks {

  static final TaskKind KIND = TaskKind.SYNTH;

  private static final ObjectRef OBJECT = new ObjectRef(Bucket.MODELS, "tasks/a/1/b/m", 1, "00");
  private static final PrefixRef SET = new PrefixRef(Bucket.MODELS, "tasks/a/1/b/", OBJECT);
  static final FacesPlan PLAN = new FacesPlan(new CheckpointId(new UUID(1, 2)), SET, 1, 1);
  static final FacesGenerated RESULT = new FacesGenerated(SET, 1, 1, OBJECT);

  private static final int BATCH = 20_000;

  private static final String QUEUED =
      """
      WITH made AS MATERIALIZED (
        SELECT uuidv7() AS run_id, uuidv7() AS step_id, uuidv7() AS task_id FROM generate_series(1, ?)),
      runs AS (
        INSERT INTO run (run_id, name, template, plan, priority, state)
        SELECT run_id, 'benchmark', 'faces', CAST(? AS jsonb), 0, 'RUNNING' FROM made),
      steps AS (
        INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state)
        SELECT step_id, run_id, 0, 'generate', 'synth', '{}', 'QUEUED' FROM made)
      INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec)
      SELECT task_id, run_id, step_id, 'generate', 'synth', 'QUEUED', 0, CAST(? AS jsonb) FROM made
      """;

  private static final String FINISHED =
      """
      WITH made AS MATERIALIZED (
        SELECT uuidv7() AS run_id, uuidv7() AS step_id, uuidv7() AS task_id FROM generate_series(1, ?)),
      runs AS (
        INSERT INTO run (run_id, name, template, plan, priority, state, finished_at)
        SELECT run_id, 'benchmark', 'faces', CAST(? AS jsonb), 0, 'SUCCEEDED', now() FROM made),
      steps AS (
        INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state)
        SELECT step_id, run_id, 0, 'generate', 'synth', '{}', 'SUCCEEDED' FROM made)
      INSERT INTO task (task_id, run_id, step_id, step, kind, state, priority, spec, attempt, worker_id, result,
                        started_at, finished_at)
      SELECT task_id, run_id, step_id, 'generate', 'synth', 'SUCCEEDED', 0, CAST(? AS jsonb), 1, 'synth-worker/x/y',
             CAST(? AS jsonb), now(), now()
        FROM made
      """;

  private static final String COUNT = "SELECT count(*) AS number FROM task WHERE state = ?";

  private final Database database;

  BenchmarkTasks(Database database) {
    this.database = database;
  }

  /** Unlike that of any other run, whose result would be taken over. */
  static FacesPlan plan(RunId run) {
    return new FacesPlan(PLAN.checkpointId(), SET, run.value().getMostSignificantBits() >>> 1, 1);
  }

  static RunId freshRun() {
    return new RunId(UUID.randomUUID());
  }

  void queue(int number) {
    Json spec = new Json(new GenerateFaces(SET, 1, 1));
    batches(number, some -> database.run(tx -> tx.update(QUEUED, some, new Json(PLAN), spec)));
  }

  /** Rows of earlier days. */
  void finish(int number) {
    Json spec = new Json(new GenerateFaces(SET, 1, 1));
    batches(
        number,
        some ->
            database.run(tx -> tx.update(FINISHED, some, new Json(PLAN), spec, new Json(RESULT))));
  }

  /** What autovacuum would have done by now. */
  void analyse() {
    database.run(tx -> tx.update("ANALYZE run, step, task"));
  }

  long succeeded() {
    return count(TaskState.SUCCEEDED);
  }

  long queued() {
    return count(TaskState.QUEUED);
  }

  private long count(TaskState state) {
    return database.transact(tx -> tx.query(COUNT, row -> row.number("number"), state).get(0));
  }

  private static void batches(int number, IntConsumer insert) {
    for (int left = number; left > 0; left -= BATCH) {
      insert.accept(Math.min(left, BATCH));
    }
  }
}
