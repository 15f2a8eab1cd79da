package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that failed or were cancelled go on when somebody asks for it. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class RetryIT {

  private static final TaskError BROKEN =
      new TaskError(TaskError.Category.INVALID_INPUT, "broken", "It is broken.", "broken");

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;
  private RunId run;

  @BeforeEach
  void start() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new Outcomes(store);
    run = Api.startRun(folder).runId();
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void whatHadSucceededStaysAndATrainingGoesOnFromItsLastState() {
    // Given a run whose training failed after it had published a state
    for (String step : List.of("list", "detect", "pack")) {
      carryOut(offer(step, 1));
    }
    RunTask training = offer("train-classifier", 1);
    worker.start(training, id(training));
    PrefixRef state = outcomes.set(training, Bucket.MODELS, "state.json");
    worker.report(
        new TaskCheckpointed(training.taskId(), 1, id(training), Instant.now(), 20, state));
    fail(training);
    Api.awaitRun(run, RunState.FAILED);

    // When it is retried
    assertThat(retry("first").statusCode()).isEqualTo(202);

    // Then only the training is offered again, from its state, and the run ends well
    RunTask again = offer("train-classifier", 2);
    assertThat(again.taskId()).isEqualTo(training.taskId());
    assertThat(again.resumeFrom()).isEqualTo(state);
    assertThat(Api.task(again.taskId()).failures()).isZero();
    carryOut(again);
    for (String step : List.of("train-stargan", "synthesise", "evaluate")) {
      carryOut(offer(step, 1));
    }
    RunView done = Api.awaitRun(run, RunState.SUCCEEDED);
    assertThat(done.finishedAt()).isNotNull();
    assertThat(done.steps()).extracting(StepView::state).containsOnly(StepState.SUCCEEDED);
    assertThat(done.steps())
        .extracting(step -> step.task().attempt())
        .containsExactly(1, 1, 1, 2, 1, 1, 1);
  }

  @Test
  void onlyThePartsThatAreLackingAreDoneAgain() {
    RunTask list = offer("list", 1);
    DatasetListed listed = outcomes.listed(list, 3);
    carryOut(list, listed);
    carryOut(part(listed, 0, 1));
    RunTask broken = part(listed, 1, 1);
    worker.start(broken, id(broken));
    fail(broken);
    Api.awaitRun(run, RunState.FAILED);
    RunTask waiting = part(listed, 2, 1);
    Api.awaitTask(waiting.taskId(), TaskState.CANCELLED);

    assertThat(retry("parts").statusCode()).isEqualTo(202);

    carryOut(part(listed, 1, 2));
    carryOut(part(listed, 2, 2));
    carryOut(offer("pack", 1));
    TaskView first = Api.task(part(listed, 0, 1).taskId());
    assertThat(first.attempt()).isEqualTo(1);
    assertThat(Api.step(run, "detect").state()).isEqualTo(StepState.SUCCEEDED);
  }

  @Test
  void cancelledRunGoesOn() {
    carryOut(offer("list", 1));
    RunTask detect = offer("detect", 1);
    Api.request().post("/v1/runs/" + run + "/cancel");
    Api.awaitRun(run, RunState.CANCELLED);

    retry("cancelled");

    assertThat(Api.run(run).state()).isEqualTo(RunState.RUNNING);
    RunTask again = offer("detect", 2);
    assertThat(again.taskId()).isEqualTo(detect.taskId());
    carryOut(again);
    carryOut(offer("pack", 1));
    Api.request().post("/v1/runs/" + run + "/cancel");
  }

  @Test
  void retryThatComesTwiceIsOne() {
    RunTask list = offer("list", 1);
    worker.start(list, id(list));
    fail(list);
    Api.awaitRun(run, RunState.FAILED);
    retry("once");
    RunTask again = offer("list", 2);
    worker.start(again, id(again));
    fail(again);
    Api.awaitRun(run, RunState.FAILED);

    assertThat(retry("once").statusCode()).isEqualTo(202);

    assertThat(Api.run(run).state()).isEqualTo(RunState.FAILED);
  }

  @Test
  void runThatHasNotEndedIsNotRetried() {
    assertThat(retry("early").asString()).contains("run-not-ended");
    Api.request().post("/v1/runs/" + run + "/cancel");
  }

  @Test
  void runWhoseTaskIsStillStoppingIsRetriedLater() {
    RunTask list = offer("list", 1);
    DatasetListed listed = outcomes.listed(list, 2);
    carryOut(list, listed);
    RunTask slow = part(listed, 0, 1);
    worker.start(slow, id(slow));
    Api.awaitTask(slow.taskId(), TaskState.RUNNING);
    RunTask broken = part(listed, 1, 1);
    worker.start(broken, id(broken));
    fail(broken);
    Api.awaitRun(run, RunState.FAILED);

    assertThat(retry("stopping").asString()).contains("run-stopping", slow.taskId().toString());
  }

  private Response retry(String key) {
    return Api.request().header("Idempotency-Key", run + key).post("/v1/runs/" + run + "/retry");
  }

  private RunTask offer(String step, int attempt) {
    return worker.awaitOffer(run, step, attempt);
  }

  private RunTask part(DatasetListed listed, int part, int attempt) {
    return worker.awaitOffer(
        o ->
            o.attempt() == attempt
                && o.spec() instanceof DetectFaces faces
                && faces.pictures().equals(listed.parts().get(part).pictures()));
  }

  private void carryOut(RunTask offer) {
    carryOut(offer, outcomes.of(offer));
  }

  private void carryOut(RunTask offer, TaskResult result) {
    worker.carryOut(offer, result);
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }

  private void fail(RunTask task) {
    worker.report(new TaskFailed(task.taskId(), task.attempt(), id(task), Instant.now(), BROKEN));
  }

  private static WorkerId id(RunTask task) {
    return ScriptedWorker.id(task.kind(), 1);
  }
}
