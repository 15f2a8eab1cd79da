package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.task.Standing;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Rows of {@code run} and {@code step}. */
public final class JdbcRunRepository {

  private static final String RUN_COLUMNS =
      "run_id, name, plan, request, dataset_id, preset, client, priority, state, created_at, finished_at, pinned_at";

  private static final String STEP_COLUMNS = "step_id, run_id, name, kind, depends_on, state";

  private static final String INSERT_RUN =
      """
      INSERT INTO run (run_id, name, template, dataset_id, preset, plan, request, client, priority, state)
      VALUES (?, ?, ?, ?, ?, CAST(? AS jsonb), CAST(? AS jsonb), ?, ?, ?)
      """;

  private static final String INSERT_STEP =
      """
      INSERT INTO step (step_id, run_id, position, name, kind, depends_on, state)
      VALUES (?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String FIND = "SELECT %s FROM run WHERE run_id = ?".formatted(RUN_COLUMNS);

  /** Rows may refer to the run meanwhile: of tasks of other runs that take its results, too. */
  private static final String LOCK =
      """
      SELECT %s
        FROM run
       WHERE run_id = ANY(CAST(? AS uuid[]))
       ORDER BY run_id
         FOR NO KEY UPDATE
      """
          .formatted(RUN_COLUMNS);

  private static final String STATE = "SELECT state FROM run WHERE run_id = ?";

  private static final String PAGE =
      """
      SELECT %s
        FROM run
       WHERE (CAST(? AS text) IS NULL OR state = ?)
         AND (CAST(? AS uuid) IS NULL OR run_id < ?)
       ORDER BY run_id DESC
       LIMIT ?
      """
          .formatted(RUN_COLUMNS);

  private static final String USING =
      """
      SELECT run_id
        FROM run
       WHERE state IN ('RUNNING', 'PAUSED', 'CANCELLING')
         AND (dataset_id = ? OR jsonb_path_exists(
               plan, '$.further[*].datasetId ? (@ == $id)', jsonb_build_object('id', CAST(? AS text))))
       ORDER BY run_id
       LIMIT 1
      """;

  /** The run's own dataset, and those that it reads beside it. */
  private static final String DATASETS =
      """
      SELECT used.dataset_id
        FROM run
       CROSS JOIN LATERAL (
         SELECT run.dataset_id
         UNION
         SELECT CAST(further.item ->> 'datasetId' AS uuid)
           FROM jsonb_array_elements(COALESCE(run.plan -> 'further', '[]')) AS further (item)) AS used
       WHERE run.run_id = ? AND used.dataset_id IS NOT NULL
       ORDER BY used.dataset_id
      """;

  private static final String ERASING =
      """
      SELECT run_id
        FROM run
       WHERE state IN ('RUNNING', 'PAUSED', 'CANCELLING') AND dataset_id = ? AND template = 'erasure'
       LIMIT 1
      """;

  private static final String STEPS =
      """
      SELECT %s
        FROM step
       WHERE run_id = ANY(CAST(? AS uuid[]))
       ORDER BY run_id, position
      """
          .formatted(STEP_COLUMNS);

  private static final String MOVE_STEPS =
      """
      UPDATE step
         SET state = moved.next
        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS moved (id, next)
       WHERE step_id = moved.id AND state <> moved.next
      RETURNING %s
      """
          .formatted(STEP_COLUMNS);

  /**
   * Whoever adds a task to the step while it is locked does not wait, or bulk syntheses, whose
   * parts come from one step and go on in another, would often lock each other out.
   */
  private static final String LOCK_STEPS =
      """
      SELECT %s
        FROM step
       WHERE step_id = ANY(CAST(? AS uuid[]))
       ORDER BY run_id, position
         FOR NO KEY UPDATE
      """
          .formatted(STEP_COLUMNS);

  private static final String CANCEL =
      "UPDATE run SET state = 'CANCELLING' WHERE run_id = ? AND state IN ('RUNNING', 'PAUSED')";

  private static final String PAUSE =
      "UPDATE run SET state = 'PAUSED' WHERE run_id = ? AND state = 'RUNNING'";

  private static final String RESUME =
      "UPDATE run SET state = 'RUNNING' WHERE run_id = ? AND state = 'PAUSED'";

  private static final String PRIORITISE = "UPDATE run SET priority = ? WHERE run_id = ?";

  private static final String FINISH =
      """
      UPDATE run
         SET state = ended.outcome, finished_at = now()
        FROM unnest(CAST(? AS uuid[]), CAST(? AS text[])) AS ended (id, outcome)
       WHERE run_id = ended.id AND state IN ('RUNNING', 'PAUSED', 'CANCELLING')
      RETURNING %s
      """
          .formatted(RUN_COLUMNS);

  private static final String REOPEN =
      """
      UPDATE run SET state = 'RUNNING', finished_at = NULL
       WHERE run_id = ? AND state IN ('FAILED', 'CANCELLED') AND expiring_at IS NULL
      """;

  /** Steps that never had a task wait again; those that had are told by their tasks. */
  private static final String REOPEN_STEPS =
      """
      UPDATE step SET state = 'WAITING'
       WHERE run_id = ? AND state IN ('SKIPPED', 'CANCELLED')
         AND NOT EXISTS (SELECT FROM task WHERE task.step_id = step.step_id)
      """;

  private static final String PIN =
      """
      UPDATE run SET pinned_at = COALESCE(pinned_at, now())
       WHERE run_id = ? AND expiring_at IS NULL
      """;

  private static final String UNPIN = "UPDATE run SET pinned_at = NULL WHERE run_id = ?";

  void insert(Transaction tx, Run run, List<RunStep> steps) {
    tx.update(
        INSERT_RUN,
        run.runId(),
        run.name(),
        run.plan().template(),
        run.datasetId(),
        run.preset(),
        new Json(run.plan()),
        new Json(run.request()),
        run.standing().client(),
        run.standing().priority(),
        run.state());
    for (int i = 0; i < steps.size(); i++) {
      RunStep step = steps.get(i);
      tx.update(
          INSERT_STEP,
          step.stepId(),
          step.runId(),
          i,
          step.name(),
          step.kind(),
          step.dependsOn(),
          step.state());
    }
  }

  public Optional<Run> find(Transaction tx, RunId runId) {
    return tx.find(FIND, JdbcRunRepository::mapRun, runId);
  }

  /** The state of a run that is known to exist. */
  RunState state(Transaction tx, RunId runId) {
    return tx.query(STATE, row -> RunState.valueOf(row.text("state")), runId).get(0);
  }

  /** The run, kept from everybody else until the transaction ends. */
  Run lock(Transaction tx, RunId runId) {
    return lock(tx, List.of(runId)).get(0);
  }

  /** These runs, by their ids, kept from everybody else until the transaction ends. */
  List<Run> lock(Transaction tx, Collection<RunId> runIds) {
    List<Run> locked = tx.query(LOCK, JdbcRunRepository::mapRun, runIds);
    if (locked.size() != runIds.size()) {
      throw new IllegalStateException(
          "Of the runs " + runIds + " only " + locked.size() + " have rows.");
    }
    return locked;
  }

  /** Newest first. */
  public List<Run> page(
      Transaction tx, @Nullable RunState state, @Nullable UUID before, int limit) {
    return tx.query(PAGE, JdbcRunRepository::mapRun, state, state, before, before, limit);
  }

  /** A run that has not ended and works with the dataset. */
  Optional<RunId> using(Transaction tx, DatasetId dataset) {
    return tx.find(USING, row -> new RunId(row.uuid("run_id")), dataset, dataset.toString());
  }

  /** The datasets that a run reads. */
  List<DatasetId> datasets(Transaction tx, RunId run) {
    return tx.query(DATASETS, row -> new DatasetId(row.uuid("dataset_id")), run);
  }

  /** A run that is taking somebody out of the dataset. */
  public Optional<RunId> erasing(Transaction tx, DatasetId dataset) {
    return tx.find(ERASING, row -> new RunId(row.uuid("run_id")), dataset);
  }

  /** The steps of these runs, each after those it depends on. */
  List<RunStep> steps(Transaction tx, Collection<RunId> runs) {
    return tx.query(STEPS, JdbcRunRepository::mapStep, runs);
  }

  /** The same, by run. */
  Map<RunId, List<RunStep>> stepsOf(Transaction tx, Collection<RunId> runs) {
    return steps(tx, runs).stream().collect(Collectors.groupingBy(RunStep::runId));
  }

  /** The step, kept from everybody else until the transaction ends. */
  RunStep lockStep(Transaction tx, StepId stepId) {
    return lockSteps(tx, List.of(stepId)).get(0);
  }

  /** These steps, in the order of {@link #steps}, kept from everybody else until the end. */
  List<RunStep> lockSteps(Transaction tx, Collection<StepId> stepIds) {
    return tx.query(LOCK_STEPS, JdbcRunRepository::mapStep, stepIds);
  }

  /** The step in its new state, or empty when it was in it already. */
  Optional<RunStep> moveStep(Transaction tx, StepId stepId, StepState state) {
    return moveSteps(tx, Map.of(stepId, state)).stream().findFirst();
  }

  /** Those of these steps, in their new states, that were not in them already. */
  List<RunStep> moveSteps(Transaction tx, Map<StepId, StepState> states) {
    return tx.query(MOVE_STEPS, JdbcRunRepository::mapStep, states.keySet(), states.values());
  }

  boolean cancel(Transaction tx, RunId runId) {
    return tx.update(CANCEL, runId) == 1;
  }

  boolean pause(Transaction tx, RunId runId) {
    return tx.update(PAUSE, runId) == 1;
  }

  boolean resume(Transaction tx, RunId runId) {
    return tx.update(RESUME, runId) == 1;
  }

  void prioritise(Transaction tx, RunId runId, int priority) {
    tx.update(PRIORITISE, priority, runId);
  }

  /** Lets a run that failed or was cancelled go on; false when it is expiring. */
  boolean reopen(Transaction tx, RunId runId) {
    tx.update(REOPEN_STEPS, runId);
    return tx.update(REOPEN, runId) == 1;
  }

  /** Keeps a run for ever; false when it is expiring. */
  boolean pin(Transaction tx, RunId runId) {
    return tx.update(PIN, runId) == 1;
  }

  /** Lets a run's time go on. */
  void unpin(Transaction tx, RunId runId) {
    tx.update(UNPIN, runId);
  }

  /** Those of these runs, as they have ended, that had not before. */
  List<Run> finish(Transaction tx, Map<RunId, RunState> outcomes) {
    return tx.query(FINISH, JdbcRunRepository::mapRun, outcomes.keySet(), outcomes.values());
  }

  private static Run mapRun(Row row) throws SQLException {
    UUID datasetId = row.uuidOrNull("dataset_id");
    RunPlan plan = row.json("plan", RunPlan.class);
    return new Run(
        new RunId(row.uuid("run_id")),
        row.text("name"),
        plan,
        row.jsonOrNull("request", requestOf(plan)),
        datasetId == null ? null : new DatasetId(datasetId),
        row.textOrNull("preset"),
        new Standing(row.uuid("client"), row.integer("priority")),
        RunState.valueOf(row.text("state")),
        row.instant("created_at"),
        row.instantOrNull("finished_at"),
        row.instantOrNull("pinned_at"));
  }

  private static Class<? extends RepeatableRequest> requestOf(RunPlan plan) {
    return plan instanceof StepsPlan ? StepsRequest.class : RunRequest.class;
  }

  private static RunStep mapStep(Row row) throws SQLException {
    return new RunStep(
        new StepId(row.uuid("step_id")),
        new RunId(row.uuid("run_id")),
        row.text("name"),
        row.kind("kind"),
        row.texts("depends_on"),
        StepState.valueOf(row.text("state")));
  }
}
