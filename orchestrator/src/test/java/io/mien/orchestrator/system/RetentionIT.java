package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.retention.RunExpiry;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs that failed long ago, as their users see it. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class RetentionIT {

  private static final TaskError BROKEN =
      new TaskError(TaskError.Category.INVALID_INPUT, "broken", "It is broken.", "broken");

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @Inject Database database;

  @Inject RunExpiry expiry;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private RunView run;

  @BeforeEach
  void start() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    run = Api.startRun(folder);
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @Test
  void runThatFailedLongAgoIsGoneUnlessItIsPinned() {
    RunTask list = failAfterListing();
    String prefix = ObjectKeys.task(list.taskId());
    assertThat(store.list(Bucket.DATASETS, prefix, "", 10)).isNotEmpty();
    RunView pinned = Api.read(post("pin", "1"), 200, RunView.class);
    assertThat(pinned.pinnedAt()).isNotNull();
    assertThat(Api.run(run.runId()).pinnedAt()).isEqualTo(pinned.pinnedAt());
    age();
    expire();
    assertThat(Api.run(run.runId()).state()).isEqualTo(RunState.FAILED);

    assertThat(Api.read(post("unpin", "2"), 200, RunView.class).pinnedAt()).isNull();
    awaitGone(run.runId());

    assertProblem(Api.request().get("/v1/runs/" + run.runId()), 404, "run-not-found");
    assertThat(store.list(Bucket.DATASETS, prefix, "", 10)).isEmpty();
    assertThat(Api.request().get("/v1/datasets/" + run.datasetId()).statusCode()).isEqualTo(200);
  }

  @Test
  void pinThatComesTwiceIsOne() {
    post("pin", "once");
    post("unpin", "then");

    assertThat(Api.read(post("pin", "once"), 200, RunView.class).pinnedAt()).isNull();
    Api.request().post("/v1/runs/" + run.runId() + "/cancel");
  }

  @Test
  void runThatIsBeingDeletedIsNeitherPinnedNorGoneOnWith() {
    failAfterListing();
    sql(
        "UPDATE run SET expiring_at = now(), review_at = now() + interval '1 day' WHERE run_id = ?");

    assertProblem(post("pin", "late"), 422, "run-expired");
    assertProblem(post("retry", "late"), 422, "run-expired");

    sql("UPDATE run SET review_at = NULL WHERE run_id = ?");
    awaitGone(run.runId());
    assertProblem(post("pin", "too late"), 404, "run-not-found");
  }

  @Test
  void keyOfARunThatIsGoneStartsAnother() {
    String key = "again-" + run.runId();
    Response first = startWith(key);
    RunId before = Api.read(first, 201, RunView.class).runId();
    Api.request().post("/v1/runs/" + before + "/cancel");
    Api.awaitRun(before, RunState.CANCELLED);
    database.run(
        tx ->
            tx.update(
                "UPDATE run SET finished_at = now() - interval '8 days' WHERE run_id = ?", before));
    awaitGone(before);

    RunId after = Api.read(startWith(key), 201, RunView.class).runId();

    assertThat(after).isNotEqualTo(before);
    Api.request().post("/v1/runs/" + after + "/cancel");
    Api.request().post("/v1/runs/" + run.runId() + "/cancel");
  }

  private Response startWith(String key) {
    return Api.json(Map.of("datasetId", String.valueOf(run.datasetId()), "preset", "smoke"))
        .header("Idempotency-Key", key)
        .post("/v1/runs");
  }

  private Response post(String action, String key) {
    return Api.request()
        .header("Idempotency-Key", run.runId() + key)
        .post("/v1/runs/" + run.runId() + "/" + action);
  }

  /** Fails in the second step; what the first one made is there. */
  private RunTask failAfterListing() {
    RunTask list = offer("list");
    WorkerId id = ScriptedWorker.id(list.kind(), 1);
    worker.start(list, id);
    worker.report(
        new TaskSucceeded(
            list.taskId(),
            list.attempt(),
            id,
            Instant.now(),
            new Outcomes(store).of(list),
            List.of(),
            1 << 20));
    Api.awaitTask(list.taskId(), TaskState.SUCCEEDED);
    RunTask detect = offer("detect");
    worker.start(detect, id);
    worker.report(new TaskFailed(detect.taskId(), detect.attempt(), id, Instant.now(), BROKEN));
    Api.awaitRun(run.runId(), RunState.FAILED);
    return list;
  }

  private RunTask offer(String step) {
    return worker.awaitOffer(o -> o.runId().equals(run.runId()) && o.step().equals(step));
  }

  private void age() {
    sql("UPDATE run SET finished_at = now() - interval '31 days' WHERE run_id = ?");
  }

  private void sql(String sql) {
    database.run(tx -> tx.update(sql, run.runId()));
  }

  /** The application looks by itself, too: it may have been faster and be at it. */
  private void awaitGone(RunId gone) {
    Awaitility.await()
        .until(
            () -> {
              expire();
              return Api.request().get("/v1/runs/" + gone).statusCode() == 404;
            });
  }

  private void expire() {
    while (expiry.step() == Step.Progress.MORE) {
      // One run a step
    }
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(Api.read(response, status, Problem.class).code()).isEqualTo(code);
  }
}
