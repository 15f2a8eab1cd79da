package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepTasks;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.result.FacesDetected;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.DetectFaces;
import io.mien.contracts.task.PackDataset;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A step that is shared out over several tasks: the detection of a dataset's faces. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class SharedStepIT {

  private static final int PARTS = 4;

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private Outcomes outcomes;
  private RunId run;
  private DatasetListed listed;
  private List<RunTask> parts;

  @BeforeEach
  void listInParts() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new Outcomes(store);
    run = Api.startRun(folder).runId();
    RunTask listing = worker.awaitOffer(o -> o.runId().equals(run) && o.step().equals("list"));
    listed = outcomes.listed(listing, PARTS);
    start(listing);
    succeed(listing, listed);
    parts = listed.parts().stream().map(this::offer).toList();
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void nextStepBeginsOnceAllTasksHaveSucceededAndGetsTheirResultsInOrder() throws Exception {
    // Given all parts at work
    parts.forEach(this::start);
    parts.forEach(part -> Api.awaitTask(part.taskId(), TaskState.RUNNING));

    // When they end in another order, as near to each other as can be
    List<PrefixRef> faces = new ArrayList<>();
    for (RunTask part : parts) {
      faces.add(outcomes.set(part, Bucket.DATASETS, "faces.json"));
    }
    List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3));
    Collections.reverse(order);
    ExecutorService reporters = Executors.newFixedThreadPool(PARTS);
    List<Future<?>> reports = new ArrayList<>();
    for (int part : order) {
      FacesDetected result = new FacesDetected(faces.get(part), 100, 0, Map.of());
      reports.add(reporters.submit(() -> succeed(parts.get(part), result)));
    }
    for (Future<?> report : reports) {
      report.get();
    }
    reporters.shutdown();

    // Then the step is done, and the next one gets everything
    RunTask pack = worker.awaitOffer(o -> o.runId().equals(run) && o.step().equals("pack"));
    assertThat(((PackDataset) pack.spec()).faces()).containsExactlyElementsOf(faces);
    assertThat(step().state()).isEqualTo(StepState.SUCCEEDED);
    assertThat(step().tasks()).isEqualTo(new StepTasks(0, 0, PARTS, 0));
  }

  @Test
  void progressOfTheTasksIsAddedUp() {
    start(parts.get(0));
    succeed(parts.get(0), outcomes.of(parts.get(0)));
    start(parts.get(1));
    Progress half = new Progress("detect faces", "images", 50, 100, 12.5);
    worker.report(new TaskHeartbeat(parts.get(1).taskId(), 1, worker(1), Instant.now(), 1, half));

    Awaitility.await().until(() -> step().progress() != null && step().progress().done() == 150);
    StepView step = step();
    assertThat(step.state()).isEqualTo(StepState.RUNNING);
    assertThat(step.progress())
        .isEqualTo(new Progress("detect faces", "images", 150, PARTS * 100, 12.5));
    assertThat(step.tasks()).isEqualTo(new StepTasks(2, 1, 1, 0));
    assertThat(step.task().taskId()).isEqualTo(parts.get(1).taskId());
  }

  @Test
  void oneFailureEndsTheStepAndStopsTheOtherTasks() {
    // Given one part done, one at work, two that wait
    start(parts.get(0));
    succeed(parts.get(0), outcomes.of(parts.get(0)));
    start(parts.get(1));
    start(parts.get(2));
    Api.awaitTask(parts.get(2).taskId(), TaskState.RUNNING);
    Api.awaitTask(parts.get(1).taskId(), TaskState.RUNNING);

    // When one fails for good
    TaskError error =
        new TaskError(TaskError.Category.INVALID_INPUT, "part-corrupt", "Broken.", "part-corrupt");
    worker.report(new TaskFailed(parts.get(1).taskId(), 1, worker(1), Instant.now(), error));

    // Then the run ends, what waits is cancelled, and what works is told to stop
    RunView failed = Api.awaitRun(run, RunState.FAILED);
    assertThat(step().task().error()).isEqualTo(error);
    assertThat(failed.steps().get(2).state()).isEqualTo(StepState.SKIPPED);
    worker.awaitOrder(CancelTask.class, parts.get(2).taskId());
    Api.awaitTask(parts.get(3).taskId(), TaskState.CANCELLED);
    assertThat(Api.task(parts.get(0).taskId()).state()).isEqualTo(TaskState.SUCCEEDED);
  }

  @Test
  void cancellingTheRunCancelsAllTasks() {
    start(parts.get(0));
    Api.awaitTask(parts.get(0).taskId(), TaskState.RUNNING);

    Api.request().post("/v1/runs/" + run + "/cancel");

    worker.awaitOrder(CancelTask.class, parts.get(0).taskId());
    worker.report(new TaskCancelled(parts.get(0).taskId(), 1, worker(1), Instant.now()));
    Api.awaitRun(run, RunState.CANCELLED);
    assertThat(step().tasks()).isEqualTo(new StepTasks(0, 0, 0, PARTS));
  }

  private StepView step() {
    return Api.run(run).steps().get(1);
  }

  private RunTask offer(DatasetListed.Part part) {
    return worker.awaitOffer(
        o -> o.spec() instanceof DetectFaces faces && faces.pictures().equals(part.pictures()));
  }

  private void start(RunTask offer) {
    worker.start(offer, worker(1));
  }

  private void succeed(RunTask offer, TaskResult result) {
    worker.report(
        new TaskSucceeded(
            offer.taskId(), offer.attempt(), worker(1), Instant.now(), result, List.of(), 1 << 20));
  }

  private static WorkerId worker(int number) {
    return ScriptedWorker.id(TaskKind.INGEST, number);
  }
}
