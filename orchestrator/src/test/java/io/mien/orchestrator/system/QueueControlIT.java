package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.DeadTasks;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunForecast;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.rest.WaitingView;
import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What operators do with runs, queues, workers and dead tasks. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class QueueControlIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;

  @BeforeEach
  void start() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new Outcomes(store);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void trainingOfAPausedRunLeavesItsStateAndGoesOnFromThereWhenItIsResumed() {
    RunId run = Api.startRun(folder).runId();
    Outcomes.PIPELINE.subList(0, 3).forEach(step -> carryOut(offer(run, step, 1)));
    RunTask training = offer(run, "train-classifier", 1);
    worker.start(training, id(training));
    Api.awaitTask(training.taskId(), TaskState.RUNNING);

    assertThat(control(run, "pause").state()).isEqualTo(RunState.PAUSED);

    assertThat(worker.awaitOrder(YieldTask.class, training.taskId()).attempt()).isEqualTo(1);
    PrefixRef state = outcomes.set(training, Bucket.MODELS, "state.json");
    worker.report(
        new TaskCheckpointed(training.taskId(), 1, id(training), Instant.now(), 7, state),
        new TaskInterrupted(
            training.taskId(), 1, id(training), Instant.now(), TaskInterrupted.Reason.YIELDED));
    TaskView waiting = Api.awaitTask(training.taskId(), TaskState.QUEUED);
    assertThat(waiting.interruptions()).isZero();
    assertThat(why(waiting).reason()).isEqualTo(WaitingView.Reason.RUN_PAUSED);
    assertThat(Api.step(run, "train-classifier").waitingFor()).isEqualTo("The run is paused.");

    assertThat(control(run, "resume").state()).isEqualTo(RunState.RUNNING);

    assertThat(offer(run, "train-classifier", 2).resumeFrom()).isEqualTo(state);
    cancel(run);
  }

  @Test
  void offerOfAPausedRunIsTakenBack() {
    RunId run = Api.startRun(folder).runId();
    RunTask offered = offer(run, "list", 1);

    control(run, "pause");
    control(run, "pause");

    assertThat(Api.task(offered.taskId()).state()).isEqualTo(TaskState.QUEUED);
    worker.start(offered, id(offered));
    worker.awaitOrder(RevokeTask.class, offered.taskId());
    control(run, "resume");
    carryOut(offer(run, "list", 2));
    cancel(run);
  }

  @Test
  void whatRunsInAPausedRunEndsAndTheNextStepWaits() {
    RunId run = Api.startRun(folder).runId();
    RunTask list = offer(run, "list", 1);
    worker.start(list, id(list));
    Api.awaitTask(list.taskId(), TaskState.RUNNING);
    control(run, "pause");

    carryOut(list);

    assertThat(Api.run(run).state()).isEqualTo(RunState.PAUSED);
    assertThat(Api.step(run, "detect").task().state()).isEqualTo(TaskState.QUEUED);
    control(run, "resume");
    offer(run, "detect", 1);
    cancel(run);
  }

  @Test
  void pausedRunCanBeCancelledAndOnlyRunningOnesArePaused() {
    RunId run = Api.startRun(folder).runId();
    control(run, "pause");
    cancel(run);

    assertThat(Api.request().post("/v1/runs/" + run + "/pause").asString())
        .contains("run-not-running", "CANCELLED");
    assertThat(Api.request().post("/v1/runs/" + run + "/resume").asString())
        .contains("run-not-paused", "CANCELLED");
  }

  @Test
  void pausedQueueSaysWhyItsTasksWait() {
    Api.json(Map.of("reason", "the disk is full")).post("/v1/queues/ingest/pause");
    try {
      RunId run = Api.startRun(folder).runId();
      TaskView list = Api.step(run, "list").task();

      assertThat(why(list).reason()).isEqualTo(WaitingView.Reason.QUEUE_PAUSED);
      assertThat(Api.step(run, "list").waitingFor()).contains("the disk is full");

      Api.request().post("/v1/queues/ingest/resume");
      offer(run, "list", 1);
      cancel(run);
    } finally {
      Api.request().post("/v1/queues/ingest/resume");
    }
    assertThat(Api.json(Map.of()).post("/v1/queues/nonsense/pause").statusCode()).isEqualTo(400);
  }

  @Test
  void drainedWorkerIsToldAndToldAgain() {
    WorkerId id = ScriptedWorker.id(TaskKind.EVAL, 1);
    Awaitility.await()
        .until(() -> Api.request().get("/v1/workers").asString().contains(id.value()));

    WorkerView drained =
        Api.read(
            Api.json(Map.of("reason", "new memory")).post("/v1/workers/" + id + "/drain"),
            200,
            WorkerView.class);

    assertThat(drained.drainReason()).isEqualTo("new memory");
    assertThat(worker.awaitOrder(DrainWorker.class, id).reason()).isEqualTo("new memory");
    Api.read(Api.request().post("/v1/workers/" + id + "/resume"), 200, WorkerView.class);
    worker.awaitOrder(ResumeWorker.class, id);
    assertThat(Api.json(Map.of()).post("/v1/workers/eval-worker/no/1/drain").statusCode())
        .isEqualTo(404);
  }

  @Test
  void reasonThatIsTooLongForOthersIsRefused() {
    Map<String, String> body = Map.of("reason", "x".repeat(501));

    Response drained =
        Api.json(body).post("/v1/workers/" + ScriptedWorker.id(TaskKind.EVAL, 1) + "/drain");
    Response paused = Api.json(body).post("/v1/queues/eval/pause");

    assertThat(Api.read(drained, 422, Problem.class).code()).isEqualTo("bad-field");
    assertThat(Api.read(paused, 422, Problem.class).code()).isEqualTo("bad-field");
  }

  @Test
  void tasksThatDiedOfOneCauseAreDrivenAgainTogether() {
    String cause = "cause-" + UUID.randomUUID();
    RunId one = Api.startRun(folder).runId();
    RunId two = Api.startRun(folder).runId();
    dieOf(cause, one);
    dieOf(cause, two);

    DeadTasks dead =
        Api.get("/v1/dead-tasks", new TypeReference<List<DeadTasks>>() {}).stream()
            .filter(each -> each.fingerprint().equals(cause))
            .findFirst()
            .orElseThrow();
    assertThat(dead.tasks()).isEqualTo(2);
    assertThat(dead.message()).isEqualTo("It broke.");
    assertThat(dead.runs()).containsExactlyInAnyOrder(one, two);

    DeadTasks.Redriven redriven =
        Api.read(
            Api.json(Map.of("fingerprint", cause)).post("/v1/dead-tasks/redrive"),
            200,
            DeadTasks.Redriven.class);
    assertThat(redriven.runs()).containsExactlyInAnyOrder(one, two);
    assertThat(offer(one, "list", 4).attempt()).isEqualTo(4);

    RunId unknown = new RunId(UUID.randomUUID());
    DeadTasks.Redriven refused =
        Api.read(
            Api.json(Map.of("runs", List.of(one.toString(), unknown.toString())))
                .post("/v1/dead-tasks/redrive"),
            200,
            DeadTasks.Redriven.class);
    assertThat(refused.refused())
        .extracting(DeadTasks.Refused::code)
        .containsExactly("run-not-ended", "run-not-found");
    cancel(one);
    cancel(two);
  }

  @Test
  void runIsAskedForAgainWithChangesAndItsDurationIsForetold() {
    RunId first = Api.startRun(folder).runId();
    Outcomes.PIPELINE.forEach(step -> carryOut(offer(first, step, 1)));
    Api.awaitRun(first, RunState.SUCCEEDED);

    RunView again =
        Api.read(
            Api.json(Map.of("name", "once more", "priority", 7))
                .post("/v1/runs/" + first + "/rerun"),
            201,
            RunView.class);

    assertThat(again.runId()).isNotEqualTo(first);
    assertThat(again.preset()).isEqualTo("smoke");
    assertThat(again.datasetId()).isEqualTo(Api.run(first).datasetId());
    assertThat(again.name()).isEqualTo("once more");
    assertThat(again.priority()).isEqualTo(7);
    RunForecast forecast = Api.get("/v1/runs/" + again.runId() + "/forecast", RunForecast.class);
    assertThat(forecast.learntFrom()).isPositive();
    assertThat(forecast.seconds()).isNotNull();
    assertThat(forecast.steps())
        .extracting(RunForecast.Step::name)
        .containsExactlyElementsOf(Outcomes.PIPELINE);
    assertThat(Api.json(Map.of("presett", "demo")).post("/v1/runs/" + first + "/rerun").asString())
        .contains("bad-field", "presett");
    cancel(again.runId());
  }

  @Test
  void onlyOperatorsMakeRunsUrgent() {
    RunId run = Api.startRun(folder).runId();
    Map<?, ?> key =
        Api.read(
            Api.json(Map.of("name", "shop", "role", "submitter", "weight", 3, "mostRunning", 5))
                .post("/v1/keys"),
            201,
            Map.class);
    assertThat(key.get("weight")).isEqualTo(3);
    String secret = (String) key.get("key");

    assertThat(prioritise(secret, run, 10)).isEqualTo(202);
    assertThat(prioritise(secret, run, 60)).isEqualTo(403);
    assertThat(prioritise(OrchestratorServers.KEY, run, 60)).isEqualTo(202);
    assertThat(prioritise(OrchestratorServers.KEY, run, 100)).isEqualTo(422);
    assertThat(Api.run(run).priority()).isEqualTo(60);

    String id = (String) key.get("apiKeyId");
    assertThat(Api.json(Map.of("mostRunning", -1)).patch("/v1/keys/" + id).asString())
        .doesNotContain("mostRunning")
        .contains("\"weight\":3");
    assertThat(Api.request().delete("/v1/keys/" + id).statusCode()).isEqualTo(204);
    assertThat(prioritise(secret, run, 10)).isEqualTo(401);
    assertThat(Api.request().get("/v1/keys").asString()).contains("shop").doesNotContain(secret);
    cancel(run);
  }

  private static int prioritise(String key, RunId run, int priority) {
    return given()
        .header("Authorization", "Bearer " + key)
        .contentType("application/json")
        .body(Map.of("priority", priority))
        .post("/v1/runs/" + run + "/priority")
        .statusCode();
  }

  private void dieOf(String cause, RunId run) {
    TaskError error = new TaskError(TaskError.Category.INTERNAL, "bug", "It broke.", cause);
    for (int attempt = 1; attempt <= 3; attempt++) {
      RunTask list = offer(run, "list", attempt);
      worker.start(list, id(list));
      worker.report(new TaskFailed(list.taskId(), attempt, id(list), Instant.now(), error));
    }
    Api.awaitRun(run, RunState.FAILED);
  }

  private static WaitingView why(TaskView task) {
    return Api.get("/v1/tasks/" + task.taskId() + "/waiting", WaitingView.class);
  }

  private static RunView control(RunId run, String what) {
    return Api.read(Api.request().post("/v1/runs/" + run + "/" + what), 202, RunView.class);
  }

  private static void cancel(RunId run) {
    Api.request().post("/v1/runs/" + run + "/cancel");
  }

  private RunTask offer(RunId run, String step, int attempt) {
    return worker.awaitOffer(run, step, attempt);
  }

  private void carryOut(RunTask offer) {
    worker.carryOut(offer, outcomes.of(offer));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }

  private static WorkerId id(RunTask task) {
    return ScriptedWorker.id(task.kind(), 1);
  }
}
