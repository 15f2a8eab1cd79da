package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.ScheduleView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.schedule.JdbcScheduleRepository;
import io.mien.orchestrator.schedule.ScheduledRuns;
import io.mien.store.ObjectStore;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Schedules; the application looks for due ones by itself too, as another replica would. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class ScheduleIT {

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject Database database;

  @Inject ObjectStore store;

  @Inject AskedRuns asked;

  @Inject RunStarter starter;

  @Inject Uuid7 ids;

  @TempDir Path folder;

  private DatasetId dataset;

  @BeforeEach
  void register() {
    Api.awaitUp();
    dataset =
        Api.read(
                Api.json(Map.of("name", "faces", "source", folder.toUri().toString()))
                    .post("/v1/datasets"),
                201,
                DatasetView.class)
            .datasetId();
  }

  @AfterEach
  void removeAll() {
    database.run(tx -> tx.update("DELETE FROM schedule"));
    runs().forEach(run -> Api.request().post("/v1/runs/" + run + "/cancel"));
  }

  @Test
  void scheduleIsAddedStoppedAndRemoved() {
    ScheduleView added = add("nightly", "0 2 * * *", "skip");
    assertThat(added.state()).isEqualTo(ScheduleView.State.ENABLED);
    assertThat(added.timezone()).isEqualTo("Europe/Berlin");
    assertThat(added.nextAt()).isAfter(Instant.now()).isBefore(Instant.now().plusSeconds(90_000));
    assertThat(added.run().datasetId()).isEqualTo(dataset);
    assertThat(Api.request().get("/v1/schedules").asString()).contains("nightly");

    ScheduleView disabled = post(added, "disable");
    assertThat(disabled.state()).isEqualTo(ScheduleView.State.DISABLED);
    assertThat(disabled.nextAt()).isNull();
    assertThat(post(added, "enable").nextAt()).isEqualTo(added.nextAt());

    String path = "/v1/schedules/" + added.scheduleId();
    assertThat(Api.request().delete(path).statusCode()).isEqualTo(204);
    assertProblem(Api.request().get(path), 404, "schedule-not-found");
  }

  @Test
  void whatCanNeverRunIsRefusedAtOnce() {
    add("taken", "0 2 * * *", "skip");

    assertProblem(request("taken", "0 3 * * *", "skip", dataset), 422, "schedule-exists");
    assertProblem(request("a", "every night", "skip", dataset), 422, "bad-cron");
    assertProblem(request("b", "0 0 30 2 *", "skip", dataset), 422, "bad-cron");
    assertProblem(
        request("c", "0 2 * * *", "skip", new DatasetId(UUID.randomUUID())),
        422,
        "dataset-not-found");
    assertProblem(request("d", "0 2 * * *", "sometimes", dataset), 400, "bad-request");
    assertProblem(Api.json(Map.of("name", "e")).post("/v1/schedules"), 422, "field-missing");
  }

  @Test
  void severalReplicasStartOneRunForOneTime() throws Exception {
    ScheduleView schedule = add("once", "0 2 * * *", "allow");
    for (int day = 1; day <= 5; day++) {
      makeDue(schedule, Duration.ofSeconds(day));
      ExecutorService threads = Executors.newFixedThreadPool(4);
      try {
        Callable<Object> replica = () -> replica().step();
        for (Future<Object> one : threads.invokeAll(List.of(replica, replica, replica, replica))) {
          one.get();
        }
      } finally {
        threads.shutdownNow();
      }
      awaitConcluded(schedule);

      assertThat(runs()).hasSize(day);
    }
    assertThat(get(schedule).last().outcome()).isEqualTo(ScheduleView.Outcome.STARTED);
    assertThat(get(schedule).runId()).isIn(runs());
  }

  @Test
  void onlyTheNewestOfTheMissedTimesIsMadeUpFor() {
    ScheduleView schedule = add("missed", "0 2 * * *", "allow");
    makeDue(schedule, Duration.ofDays(10));

    stepUntilConcluded(schedule);

    ScheduleView after = get(schedule);
    assertThat(runs()).hasSize(1);
    assertThat(after.last().dueAt()).isAfter(Instant.now().minus(Duration.ofHours(26)));
    assertThat(after.last().message()).contains("only the newest");
    assertThat(after.nextAt()).isAfter(Instant.now());
  }

  @Test
  void timeIsSkippedWhileTheRunBeforeGoesOn() {
    ScheduleView schedule = add("slow", "0 2 * * *", "skip");
    makeDue(schedule, Duration.ofSeconds(3));
    stepUntilConcluded(schedule);
    RunId first = get(schedule).runId();

    makeDue(schedule, Duration.ofSeconds(2));
    stepUntilConcluded(schedule);
    assertThat(get(schedule).last().outcome()).isEqualTo(ScheduleView.Outcome.SKIPPED);
    assertThat(get(schedule).last().message()).contains(String.valueOf(first));
    assertThat(get(schedule).runId()).isEqualTo(first);
    assertThat(runs()).containsExactly(first);

    Api.request().post("/v1/runs/" + first + "/cancel");
    Api.awaitRun(first, RunState.CANCELLED);
    makeDue(schedule, Duration.ofSeconds(1));
    stepUntilConcluded(schedule);
    assertThat(get(schedule).last().outcome()).isEqualTo(ScheduleView.Outcome.STARTED);
    assertThat(runs()).hasSize(2);
  }

  @Test
  void runThatCannotBePlannedIsToldAndKeepsNoOtherBack() {
    ScheduleView broken = add("broken", "0 2 * * *", "skip");
    ScheduleView sound = add("sound", "0 2 * * *", "skip");
    database.run(
        tx ->
            tx.update(
                "UPDATE schedule SET request = jsonb_set(request, '{datasetId}', to_jsonb(CAST(? AS text))) WHERE schedule_id = ?",
                UUID.randomUUID().toString(),
                broken.scheduleId()));
    makeDue(broken, Duration.ofSeconds(9));
    makeDue(sound, Duration.ofSeconds(1));

    stepUntilConcluded(broken);
    stepUntilConcluded(sound);

    assertThat(get(broken).last().outcome()).isEqualTo(ScheduleView.Outcome.FAILED);
    assertThat(get(broken).last().message()).startsWith("dataset-not-found");
    assertThat(get(broken).nextAt()).isAfter(Instant.now());
    assertThat(get(sound).last().outcome()).isEqualTo(ScheduleView.Outcome.STARTED);
    RunView run = Api.run(get(sound).runId());
    assertThat(run.datasetId()).isEqualTo(dataset);
  }

  @Test
  void templateOrStepsAreScheduledLikeARun() {
    prepareDataset();
    ScheduleView schedule =
        Api.read(
            template("weekly", "train", Map.of("dataset", dataset.toString(), "preset", "smoke")),
            201,
            ScheduleView.class);
    assertThat(schedule.run()).isNull();
    makeDue(schedule, Duration.ofSeconds(1));
    stepUntilConcluded(schedule);

    assertThat(get(schedule).last().outcome()).isEqualTo(ScheduleView.Outcome.STARTED);
    RunView run = Api.run(get(schedule).runId());
    assertThat(run.name()).isEqualTo("train");
    assertThat(run.steps())
        .extracting(StepView::name)
        .containsExactly("train-classifier", "train-stargan");
    Api.request().post("/v1/runs/" + run.runId() + "/cancel");
    Api.awaitRun(run.runId(), RunState.CANCELLED);

    // When a later version has the template no more
    database.run(
        tx ->
            tx.update(
                "UPDATE schedule SET request = jsonb_set(request, '{template}', '\"tune\"') WHERE schedule_id = ?",
                schedule.scheduleId()));
    makeDue(schedule, Duration.ofSeconds(1));
    stepUntilConcluded(schedule);
    assertThat(get(schedule).last().outcome()).isEqualTo(ScheduleView.Outcome.FAILED);
    assertThat(get(schedule).last().message()).startsWith("unknown-template");
  }

  @Test
  void templateThatCanNeverRunIsRefusedAtOnce() {
    String id = dataset.toString();

    assertProblem(template("a", "tune", Map.of("dataset", id)), 422, "unknown-template");
    assertProblem(template("b", "train", Map.of("preset", "smoke")), 422, "bad-field");
    assertProblem(template("c", "train", Map.of("dataset", id)), 422, "dataset-not-prepared");
    Map<String, Object> both = new HashMap<>(scheduled("d", "0 2 * * *", "skip"));
    both.put("run", Map.of("datasetId", id, "preset", "smoke"));
    both.put("steps", Map.of("template", "train", "parameters", Map.of("dataset", id)));
    assertProblem(Api.json(both).post("/v1/schedules"), 422, "bad-field");
    assertThat(Api.request().get("/v1/schedules").asString()).doesNotContain("scheduleId");
  }

  private void prepareDataset() {
    RunView pipeline;
    try (ScriptedWorker worker = new ScriptedWorker(bootstrapServers)) {
      worker.appear();
      pipeline =
          Api.read(
              Api.json(Map.of("datasetId", dataset.toString(), "preset", "smoke")).post("/v1/runs"),
              201,
              RunView.class);
      for (String step : List.of("list", "detect", "pack")) {
        RunTask offer = worker.awaitOffer(pipeline.runId(), step, 1);
        worker.carryOut(offer, new Outcomes(store).of(offer));
        Api.awaitTask(offer.taskId(), TaskState.SUCCEEDED);
      }
    }
    Api.request().post("/v1/runs/" + pipeline.runId() + "/cancel");
  }

  private static Response template(String name, String template, Map<String, Object> parameters) {
    Map<String, Object> body = new HashMap<>(scheduled(name, "0 2 * * *", "skip"));
    body.put("steps", Map.of("template", template, "parameters", parameters));
    return Api.json(body).post("/v1/schedules");
  }

  private ScheduledRuns replica() {
    return new ScheduledRuns(database, new JdbcScheduleRepository(), asked, starter, ids);
  }

  private void makeDue(ScheduleView schedule, Duration ago) {
    database.run(
        tx ->
            tx.update(
                "UPDATE schedule SET next_at = now() - make_interval(secs => ?), last_due_at = NULL, last_outcome = NULL WHERE schedule_id = ?",
                ago,
                schedule.scheduleId()));
  }

  private void stepUntilConcluded(ScheduleView schedule) {
    replica().step();
    awaitConcluded(schedule);
  }

  /** It may be the application that is at it. */
  private void awaitConcluded(ScheduleView schedule) {
    Awaitility.await().until(() -> get(schedule).last() != null);
  }

  private List<RunId> runs() {
    return database.transact(
        tx ->
            tx.query(
                "SELECT run_id FROM run WHERE dataset_id = ?",
                row -> new RunId(row.uuid("run_id")),
                dataset));
  }

  private ScheduleView add(String name, String cron, String overlap) {
    return Api.read(request(name, cron, overlap, dataset), 201, ScheduleView.class);
  }

  private static Response request(String name, String cron, String overlap, DatasetId dataset) {
    Map<String, Object> body = new HashMap<>(scheduled(name, cron, overlap));
    body.put("run", Map.of("datasetId", dataset.toString(), "preset", "smoke"));
    return Api.json(body).post("/v1/schedules");
  }

  private static Map<String, Object> scheduled(String name, String cron, String overlap) {
    return Map.of("name", name, "cron", cron, "timezone", "Europe/Berlin", "overlap", overlap);
  }

  private static ScheduleView get(ScheduleView schedule) {
    return Api.get("/v1/schedules/" + schedule.scheduleId(), ScheduleView.class);
  }

  private static ScheduleView post(ScheduleView schedule, String action) {
    return Api.read(
        Api.request().post("/v1/schedules/" + schedule.scheduleId() + "/" + action),
        200,
        ScheduleView.class);
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(Api.read(response, status, Problem.class).code()).isEqualTo(code);
  }
}
