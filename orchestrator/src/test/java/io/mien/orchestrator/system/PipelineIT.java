package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.EvaluationView;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.MeasureSeries;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.SampleView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.DatasetInspected;
import io.mien.contracts.result.FacesGenerated;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.InspectionDepth;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.task.TrainStarGan;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class PipelineIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;

  @BeforeEach
  void appear() {
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
  void wholePipelineSucceedsThoughEveryEventComesTwice() {
    RunId run = Api.startRun(folder).runId();
    for (String step : Outcomes.PIPELINE) {
      carryOutTwice(offer(run, step));
    }

    RunView done = Api.awaitRun(run, RunState.SUCCEEDED);
    assertThat(done.steps()).extracting(StepView::state).containsOnly(StepState.SUCCEEDED);
    assertThat(done.steps()).extracting(step -> step.task().attempt()).containsOnly(1);
    assertThat(done.finishedAt()).isNotNull();
    assertPublished(done);
  }

  @Test
  void faceGeneratorIsTrainedAndFacesAreDrawnFromTheNewestOne() {
    RunId training = Api.startRun(folder, "wgan-gp").runId();
    prepare(training);
    carryOut(offer(training, "train-face-gan"));
    carryOut(offer(training, "generate"));
    RunView trained = Api.awaitRun(training, RunState.SUCCEEDED);
    assertThat(trained.template()).isEqualTo("faces");
    assertThat(trained.evaluationId()).isNull();
    assertThat(trained.steps().get(4).task().result()).isInstanceOf(FacesGenerated.class);
    CheckpointView newest =
        Api.get(
                "/v1/checkpoints?network=face-gan&limit=1",
                new TypeReference<Page<CheckpointView>>() {})
            .items()
            .get(0);
    assertThat(newest.runId()).isEqualTo(training);
    assertThat(newest.aliases()).containsExactly("candidate");

    RunView drawing =
        Api.read(Api.json(Map.of("count", 3, "seed", 5)).post("/v1/faces"), 201, RunView.class);
    RunTask generate = offer(drawing.runId(), "generate");
    assertThat(generate.spec()).isEqualTo(new GenerateFaces(newest.location(), 5, 3));
    carryOut(generate);

    RunView drawn = Api.awaitRun(drawing.runId(), RunState.SUCCEEDED);
    assertThat(drawn.template()).isEqualTo("faces");
    FacesGenerated faces = (FacesGenerated) drawn.steps().get(0).task().result();
    ObjectRef sheet = faces.contactSheet();
    assertThat(Api.request().get("/v1/objects/syntheses/" + sheet.key()).asString())
        .isEqualTo("content of contact-sheet.png");
  }

  @Test
  void inspectionOfARegisteredDatasetLooksAsAnIngestWouldAndRegistersNothing() {
    DatasetView dataset =
        Api.read(
            Api.json(
                    Map.of(
                        "name",
                        "looked at",
                        "source",
                        folder.toUri().toString(),
                        "options",
                        Map.of("folds", 5)))
                .post("/v1/datasets"),
            201,
            DatasetView.class);
    RunView looking =
        Api.read(
            Api.json(
                    Map.of(
                        "datasetId", dataset.datasetId().toString(),
                        "preset", "smoke",
                        "depth", "labels"))
                .post("/v1/datasets/inspections"),
            202,
            RunView.class);
    RunTask inspect = offer(looking.runId(), "inspect");

    carryOut(inspect);

    RunView looked = Api.awaitRun(looking.runId(), RunState.SUCCEEDED);
    assertThat(looked.template()).isEqualTo("inspection");
    assertThat(inspect.spec())
        .isInstanceOfSatisfying(
            InspectDataset.class,
            spec -> {
              assertThat(spec.depth()).isEqualTo(InspectionDepth.LABELS);
              assertThat(spec.dataset().split().folds()).isEqualTo(5);
              assertThat(spec.dataset().source()).isEqualTo(dataset.source());
            });
    DatasetInspected found = (DatasetInspected) looked.steps().get(0).task().result();
    assertThat(found.crops()).isEqualTo(2);
    assertThat(
            Api.request().get("/v1/objects/datasets/" + found.rejectedFiles().key()).statusCode())
        .isEqualTo(200);
    assertThat(Api.get("/v1/datasets/" + dataset.datasetId(), DatasetView.class).prepared())
        .isNull();
  }

  @Test
  void photoInExpressionsComesFromTheChampion() throws Exception {
    wholePipelineSucceedsThoughEveryEventComesTwice();
    ByteArrayOutputStream photo = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(60, 80, BufferedImage.TYPE_INT_RGB), "png", photo);

    ExpressionSetView accepted =
        Api.read(
            Api.request()
                .multiPart("photo", "p.png", photo.toByteArray(), "image/png")
                .multiPart("expressions", "happy,SAD")
                .post("/v1/expressions"),
            202,
            ExpressionSetView.class);
    carryOut(offer(accepted.runId(), "prepare"));
    carryOut(offer(accepted.runId(), "synthesise"));
    Api.awaitRun(accepted.runId(), RunState.SUCCEEDED);

    ExpressionSetView set = Api.get("/v1/expressions/" + accepted.runId(), ExpressionSetView.class);
    assertThat(set.images())
        .extracting(ExpressionSetView.Image::expression)
        .containsExactlyElementsOf(Outcomes.LABELS);
    assertThat(Api.request().get(set.images().get(0).url()).asString())
        .isEqualTo("content of neutral.png");
  }

  @Test
  void resultOfAnOldAttemptIsRefusedAndItsWorkerRevoked() {
    RunId run = Api.startRun(folder).runId();
    RunTask first = offer(run, "list");
    worker.start(first, worker(first, 1));
    worker.report(
        new TaskInterrupted(
            first.taskId(),
            1,
            worker(first, 1),
            Instant.now(),
            TaskInterrupted.Reason.LEASE_IN_DOUBT));
    RunTask second = worker.awaitOffer(o -> o.taskId().equals(first.taskId()) && o.attempt() == 2);
    worker.start(second, worker(second, 2));
    Api.awaitTask(second.taskId(), TaskState.RUNNING);

    worker.report(succeeded(first, worker(first, 1)));

    RevokeTask revoked = worker.awaitOrder(RevokeTask.class, first.taskId());
    assertThat(revoked.attempt()).isEqualTo(1);
    assertThat(revoked.worker()).isEqualTo(worker(first, 1));
    assertThat(Api.task(second.taskId()).state()).isEqualTo(TaskState.RUNNING);
    worker.report(succeeded(second, worker(second, 2)));
    TaskView done = Api.awaitTask(second.taskId(), TaskState.SUCCEEDED);
    assertThat(done.attempt()).isEqualTo(2);
    assertThat(done.interruptions()).isEqualTo(1);
  }

  @Test
  void loserOfTheRaceForAnOfferIsRevoked() {
    RunTask offer = offer(Api.startRun(folder).runId(), "list");

    worker.start(offer, worker(offer, 1));
    worker.start(offer, worker(offer, 2));

    RevokeTask revoked = worker.awaitOrder(RevokeTask.class, offer.taskId());
    assertThat(revoked.worker()).isEqualTo(worker(offer, 2));
    assertThat(Api.task(offer.taskId()).workerId()).isEqualTo(worker(offer, 1));
  }

  @Test
  void silentWorkerLosesItsLeaseAndTheNextOneGoesOnFromTheLastCheckpoint() {
    RunId run = Api.startRun(folder).runId();
    prepare(run);
    RunTask first = offer(run, "train-classifier");
    WorkerId silent = worker(first, 1);
    worker.start(first, silent);
    PrefixRef state = outcomes.set(first, Bucket.MODELS, "state.json");
    worker.report(new TaskCheckpointed(first.taskId(), 1, silent, Instant.now(), 20, state));

    RunTask second = worker.awaitOffer(o -> o.taskId().equals(first.taskId()) && o.attempt() == 2);

    assertThat(second.resumeFrom()).isEqualTo(state);
    assertThat(Api.task(first.taskId()).interruptions()).isEqualTo(1);
  }

  @Test
  void cancelledRunStopsItsWorkerAndPublishesNothing() {
    RunId run = Api.startRun(folder).runId();
    RunTask offer = offer(run, "list");
    worker.start(offer, worker(offer, 1));
    Api.awaitTask(offer.taskId(), TaskState.RUNNING);

    RunView cancelling =
        Api.read(Api.request().post("/v1/runs/" + run + "/cancel"), 202, RunView.class);
    assertThat(cancelling.state()).isEqualTo(RunState.CANCELLING);
    worker.awaitOrder(CancelTask.class, offer.taskId());
    worker.report(succeeded(offer, worker(offer, 1)));

    RunView cancelled = Api.awaitRun(run, RunState.CANCELLED);
    assertThat(cancelled.steps()).extracting(StepView::state).containsOnly(StepState.CANCELLED);
    assertThat(Api.task(offer.taskId()).result()).isNull();
    worker.report(new TaskCancelled(offer.taskId(), 1, worker(offer, 1), Instant.now()));
    assertThat(Api.run(run).state()).isEqualTo(RunState.CANCELLED);
  }

  @Test
  void invalidInputFailsTheRunAtOnceAndSkipsWhatDependsOnIt() {
    RunId run = Api.startRun(folder).runId();
    RunTask offer = offer(run, "list");
    worker.start(offer, worker(offer, 1));
    worker.report(failed(offer, TaskError.Category.INVALID_INPUT, "dataset-empty"));

    RunView failed = Api.awaitRun(run, RunState.FAILED);

    assertThat(failed.steps().get(0).task().error().code()).isEqualTo("dataset-empty");
    assertThat(failed.steps().subList(1, Outcomes.PIPELINE.size()))
        .extracting(StepView::state)
        .containsOnly(StepState.SKIPPED);
    assertThat(failed.steps().get(0).state()).isEqualTo(StepState.FAILED);
  }

  @Test
  void workThatFailsThreeTimesIsDead() {
    RunId run = Api.startRun(folder).runId();
    RunTask offer = offer(run, "list");
    for (int attempt = 1; attempt <= 3; attempt++) {
      int expected = attempt;
      offer = worker.awaitOffer(o -> o.runId().equals(run) && o.attempt() == expected);
      worker.start(offer, worker(offer, 1));
      worker.report(failed(offer, TaskError.Category.INTERNAL, "bug"));
    }

    TaskView dead = Api.awaitTask(offer.taskId(), TaskState.DEAD);
    assertThat(dead.failures()).isEqualTo(3);
    assertThat(Api.awaitRun(run, RunState.FAILED).steps().get(0).state())
        .isEqualTo(StepState.FAILED);
  }

  @Test
  void outageThatLastsLongerThanTheBudgetOfFailuresKillsNothing() {
    RunId run = Api.startRun(folder).runId();
    for (int attempt = 1; attempt <= 4; attempt++) {
      int expected = attempt;
      RunTask offer = worker.awaitOffer(o -> o.runId().equals(run) && o.attempt() == expected);
      worker.start(offer, worker(offer, 1));
      worker.report(failed(offer, TaskError.Category.UNAVAILABLE, "store-unavailable"));
    }

    RunTask fifth = worker.awaitOffer(o -> o.runId().equals(run) && o.attempt() == 5);
    TaskView waited = Api.task(fifth.taskId());
    assertThat(waited.error().code()).isEqualTo("store-unavailable");
    assertThat(waited.failures()).isZero();
    assertThat(waited.interruptions()).isEqualTo(4);
    carryOut(fifth);
  }

  private RunTask offer(RunId run, String step) {
    return worker.awaitOffer(o -> o.runId().equals(run) && o.step().equals(step));
  }

  private void prepare(RunId run) {
    for (String step : List.of("list", "detect", "pack")) {
      carryOut(offer(run, step));
    }
  }

  private void carryOut(RunTask offer) {
    worker.start(offer, worker(offer, 1));
    worker.report(succeeded(offer, worker(offer, 1)));
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }

  private void carryOutTwice(RunTask offer) {
    WorkerId id = worker(offer, 1);
    Instant now = Instant.now();
    ObjectRef image = outcomes.object(offer, Bucket.MODELS, "sample-00010.png");
    for (TaskEvent event :
        List.of(
            new TaskStarted(offer.taskId(), 1, id, now),
            new TaskHeartbeat(
                offer.taskId(), 1, id, now, 1, new Progress("work", "items", 5, 10, 2.5)),
            new TaskMeasured(
                offer.taskId(),
                1,
                id,
                now,
                List.of(
                    new Measure(10, "critic/penalty", 0.5),
                    new Measure(20, "critic/penalty", 0.25))),
            new TaskSampled(offer.taskId(), 1, id, now, 10, image, List.of("input", "happy")),
            succeeded(offer, id))) {
      worker.report(event, event);
    }
    Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
  }

  private void assertPublished(RunView done) {
    DatasetView dataset = Api.get("/v1/datasets/" + done.datasetId(), DatasetView.class);
    assertThat(dataset.prepared().summary().labels()).isEqualTo(Outcomes.LABELS);

    Page<CheckpointView> generators =
        Api.get("/v1/checkpoints?network=stargan&limit=1", new TypeReference<>() {});
    assertThat(generators.items().get(0).runId()).isEqualTo(done.runId());
    assertThat(generators.items().get(0).aliases()).containsExactly("candidate", "champion");

    EvaluationView evaluation =
        Api.get("/v1/evaluations/" + done.evaluationId(), EvaluationView.class);
    assertThat(evaluation.measures().targetExpressionMacro()).isEqualTo(0.9);
    assertThat(Api.request().get(evaluation.pageUrl()).asString())
        .isEqualTo("content of report.html");
    assertThat(Api.request().get(evaluation.pageUrl()).contentType()).startsWith("text/html");
    assertThat(
            Api.request()
                .get(evaluation.pageUrl().replace("/1/1/report", "/1/2/report"))
                .statusCode())
        .as("what a loser of the race for the attempt wrote")
        .isEqualTo(404);
    assertThat(Api.request().get(evaluation.galleryUrl()).statusCode()).isEqualTo(200);

    TaskView stargan = done.steps().get(4).task();
    assertThat(
            Api.get(
                "/v1/tasks/" + stargan.taskId() + "/measures",
                new TypeReference<List<MeasureSeries>>() {}))
        .containsExactly(
            new MeasureSeries("critic/penalty", List.of(10L, 20L), List.of(0.5, 0.25)));
    List<SampleView> samples =
        Api.get("/v1/tasks/" + stargan.taskId() + "/samples", new TypeReference<>() {});
    assertThat(samples).extracting(SampleView::iteration).containsExactly(10L);
    assertThat(samples.get(0).columns()).containsExactly("input", "happy");
    assertThat(Api.request().get(samples.get(0).url()).contentType()).isEqualTo("image/png");
  }

  private TaskSucceeded succeeded(RunTask offer, WorkerId worker) {
    assertThat(offer.step().equals("train-stargan"))
        .isEqualTo(offer.spec() instanceof TrainStarGan);
    return new TaskSucceeded(
        offer.taskId(),
        offer.attempt(),
        worker,
        Instant.now(),
        outcomes.of(offer),
        List.of(),
        1 << 20);
  }

  private static TaskFailed failed(RunTask offer, TaskError.Category category, String code) {
    return new TaskFailed(
        offer.taskId(),
        offer.attempt(),
        worker(offer, 1),
        Instant.now(),
        new TaskError(category, code, "It did not work.", code));
  }

  private static WorkerId worker(RunTask offer, int number) {
    TaskKind kind = offer.kind();
    return ScriptedWorker.id(kind, number);
  }
}
