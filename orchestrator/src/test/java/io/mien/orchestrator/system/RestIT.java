package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.Inclusion;
import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Problem;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.SystemView;
import io.mien.contracts.rest.WorkerView;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.terms.CommercialUse;
import io.mien.contracts.terms.Minors;
import io.mien.contracts.terms.UsageTerms;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.key.Secrets;
import io.mien.store.ObjectStore;
import io.mien.store.bucket.SourceBuckets;
import io.mien.testkit.TestServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class RestIT {

  private static final int BROKEN_OFF = -1;

  @Inject Database database;

  @Inject ObjectStore store;

  @Inject SourceBuckets buckets;

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @TestHTTPResource("/")
  URI address;

  @TempDir Path folder;

  @BeforeEach
  void awaitUp() {
    Api.awaitUp();
  }

  @Test
  void withoutKnownKeyTheAnswerIs401() {
    assertProblem(given().get("/v1/runs"), 401, "unauthorized");
    assertProblem(
        given().header("Authorization", "Bearer mien_guess").get("/v1/runs"), 401, "unauthorized");
    assertThat(given().get("/v1/runs").header("WWW-Authenticate")).isEqualTo("Bearer");
  }

  @Test
  void interfaceDescriptionIsOpen() {
    assertThat(given().get("/q/openapi").asString())
        .contains("/v1/runs/{id}/cancel", "/v1/expressions");
  }

  @Test
  void sessionCookieOpensWhatTheKeyOpensUntilSignOut() {
    Response signedIn =
        given()
            .contentType("application/json")
            .body(Map.of("key", OrchestratorServers.KEY))
            .post("/v1/session");
    assertThat(signedIn.statusCode()).isEqualTo(204);
    assertThat(signedIn.header("Set-Cookie")).contains("HttpOnly", "SameSite=Strict");

    String cookie = signedIn.cookie("mien_session");

    assertThat(given().cookie("mien_session", cookie).get("/v1/system").statusCode())
        .isEqualTo(200);
    given().cookie("mien_session", cookie).delete("/v1/session");
    assertProblem(given().cookie("mien_session", cookie).get("/v1/system"), 401, "unauthorized");
    assertProblem(
        given()
            .contentType("application/json")
            .body(Map.of("key", "mien_guess"))
            .post("/v1/session"),
        401,
        "unauthorized");
  }

  @Test
  void viewerMaySeeButNotSubmit() {
    String key = "mien_viewer_" + UUID.randomUUID();
    database.run(
        tx ->
            tx.update(
                "INSERT INTO api_key (api_key_id, name, key_sha256, role) VALUES (?, 'v', ?, 'viewer')",
                UUID.randomUUID(),
                Secrets.hash(key)));

    assertThat(given().header("Authorization", "Bearer " + key).get("/v1/runs").statusCode())
        .isEqualTo(200);
    assertProblem(
        given()
            .header("Authorization", "Bearer " + key)
            .contentType("application/json")
            .body(Map.of("name", "x", "source", folder.toUri().toString()))
            .post("/v1/datasets"),
        403,
        "forbidden");
  }

  @Test
  void optionsOfALayoutAreKeptAndRefusedWhereTheyDoNotApply() {
    String source = folder.toUri().toString();
    LayoutOptions options = new LayoutOptions(null, Inclusion.INCLUDE, null, null);
    DatasetRequest rafd = new DatasetRequest("rafd", URI.create(source), "rafd", options);

    DatasetView added =
        Api.read(Api.json(Json.write(rafd)).post("/v1/datasets"), 201, DatasetView.class);

    assertThat(Api.get("/v1/datasets/" + added.datasetId(), DatasetView.class).options())
        .isEqualTo(options);
    assertProblem(
        Api.json(Map.of("name", "x", "source", source, "layout", "kdeff")).post("/v1/datasets"),
        422,
        "dataset-layout-unknown");
    assertProblem(
        Api.json(
                Map.of(
                    "name",
                    "x",
                    "source",
                    source,
                    "layout",
                    "kdef",
                    "options",
                    Map.of("frames", 3)))
            .post("/v1/datasets"),
        422,
        "layout-option-not-applicable");
  }

  @Test
  void anArchiveIsADatasetAndAnotherFileIsNone() throws IOException {
    Path archive = Files.writeString(folder.resolve("faces.tar.gz"), "not read yet");
    Path legend = Files.writeString(folder.resolve("legend.csv"), "image,emotion");

    DatasetView added =
        Api.read(
            Api.json(Map.of("name", "faces", "source", archive.toUri().toString()))
                .post("/v1/datasets"),
            201,
            DatasetView.class);

    assertThat(added.source()).isEqualTo(archive.toUri());
    assertProblem(
        Api.json(Map.of("name", "x", "source", legend.toUri().toString())).post("/v1/datasets"),
        422,
        "dataset-source-unsupported");
  }

  @Test
  void whatLiesUnderUploadsInTheStoreIsADatasetAndNothingElseThere() {
    String bucket = buckets.ours();
    store.put(Bucket.DATASETS, "uploads/rest/faces/a.png", new byte[1], "image/png");
    store.put(Bucket.DATASETS, "tasks/rest/a.png", new byte[1], "image/png");

    DatasetView added =
        Api.read(
            Api.json(Map.of("name", "stored", "source", "s3://" + bucket + "/uploads/rest/faces/"))
                .post("/v1/datasets"),
            201,
            DatasetView.class);

    assertThat(added.source()).hasToString("s3://" + bucket + "/uploads/rest/faces/");
    assertStored("s3://" + bucket + "/tasks/rest/", "dataset-source-forbidden");
    assertStored("s3://somebody-elses/faces/", "dataset-source-forbidden");
    assertStored("s3://" + bucket + "/uploads/rest/nothing/", "dataset-source-missing");
    assertStored("s3://" + bucket + "/uploads/rest/faces.zip", "dataset-source-missing");
  }

  private static void assertStored(String source, String code) {
    assertProblem(Api.json(Map.of("name", "x", "source", source)).post("/v1/datasets"), 422, code);
  }

  @Test
  void termsOfADatasetAreKeptAndDecideWhichRunsMayUseIt() {
    String source = folder.toUri().toString();
    DatasetRequest children =
        new DatasetRequest(
            "children",
            URI.create(source),
            "rafd",
            new LayoutOptions(null, Inclusion.INCLUDE, null, null),
            UsageTerms.stated(null, null, null, "protocol 7"));

    DatasetView added =
        Api.read(Api.json(Json.write(children)).post("/v1/datasets"), 201, DatasetView.class);

    assertThat(Api.get("/v1/datasets/" + added.datasetId(), DatasetView.class).terms())
        .isEqualTo(
            new UsageTerms(
                "non-commercial research, by the agreement of RaFD",
                CommercialUse.FORBIDDEN,
                Minors.PRESENT,
                "protocol 7",
                List.of(UsageTerms.LICENCE, UsageTerms.COMMERCIAL_USE, UsageTerms.MINORS)));
    Map<String, String> run =
        Map.of("datasetId", added.datasetId().toString(), "preset", "smoke", "minors", "exclude");
    Response refused = Api.json(run).post("/v1/runs");
    assertProblem(refused, 422, "minors-refused");
    assertThat(refused.jsonPath().getString("detail"))
        .contains("dataset 'children'", "mien.policy.minors=explicit", "--include-minors");
    Map<String, String> included = new HashMap<>(run);
    included.put("minors", "include");
    RunView started = Api.read(Api.json(included).post("/v1/runs"), 201, RunView.class);
    cancel(started.runId(), UUID.randomUUID().toString());
    included.put("purpose", "commercial");
    assertProblem(Api.json(included).post("/v1/runs"), 422, "commercial-use-refused");
  }

  @Test
  void termsThatAreStatedAnewDecideLaterRuns() {
    DatasetView added =
        Api.read(
            Api.json(Map.of("name", "ours", "source", folder.toUri().toString()))
                .post("/v1/datasets"),
            201,
            DatasetView.class);
    UsageTerms stated = UsageTerms.stated("CC0-1.0", CommercialUse.ALLOWED, Minors.NONE, null);
    Map<String, Object> run =
        Map.of(
            "datasetId", added.datasetId().toString(), "preset", "smoke", "purpose", "commercial");
    assertProblem(Api.json(run).post("/v1/runs"), 422, "commercial-use-refused");

    DatasetView changed =
        Api.read(
            Api.json(Json.write(stated)).put("/v1/datasets/" + added.datasetId() + "/terms"),
            200,
            DatasetView.class);

    assertThat(changed.terms()).isEqualTo(stated);
    RunView started = Api.read(Api.json(run).post("/v1/runs"), 201, RunView.class);
    cancel(started.runId(), UUID.randomUUID().toString());
    assertProblem(
        Api.json(Json.write(stated)).put("/v1/datasets/" + UUID.randomUUID() + "/terms"),
        404,
        "dataset-not-found");
  }

  @Test
  void runNamesAFoldThatItsDatasetHas() {
    String source = folder.toUri().toString();
    DatasetRequest folded =
        new DatasetRequest(
            "folded", URI.create(source), "auto", LayoutOptions.DEFAULTS.withFolds(5));
    DatasetView added =
        Api.read(Api.json(Json.write(folded)).post("/v1/datasets"), 201, DatasetView.class);
    Map<String, Object> run =
        Map.of("datasetId", added.datasetId().toString(), "preset", "smoke", "fold", 5);
    Map<String, Object> beyond = new HashMap<>(run);
    beyond.put("fold", 6);

    RunView started = Api.read(Api.json(run).post("/v1/runs"), 201, RunView.class);
    cancel(started.runId(), UUID.randomUUID().toString());

    Response refused = Api.json(beyond).post("/v1/runs");
    assertProblem(refused, 422, "no-such-fold");
    assertThat(refused.jsonPath().getString("detail")).contains("'folded'", "1 to 5");
    assertProblem(
        Api.json(
                Map.of(
                    "datasetId", added.datasetId().toString(),
                    "preset", "dcgan",
                    "sampling", "balanced"))
            .post("/v1/runs"),
        422,
        "bad-field");
  }

  @Test
  void strictestDatasetOfARunDecides() {
    String source = folder.toUri().toString();
    DatasetView ours =
        Api.read(
            Api.json(
                    Map.of(
                        "name",
                        "ours",
                        "source",
                        source,
                        "terms",
                        Map.of("licence", "CC0-1.0", "commercialUse", "allowed")))
                .post("/v1/datasets"),
            201,
            DatasetView.class);
    DatasetView celeba =
        Api.read(
            Api.json(Map.of("name", "celebrities", "source", source, "layout", "celeba"))
                .post("/v1/datasets"),
            201,
            DatasetView.class);
    Map<String, Object> run =
        Map.of(
            "datasetId",
            ours.datasetId().toString(),
            "preset",
            "smoke",
            "purpose",
            "commercial",
            "labels",
            List.of(
                Map.of("group", "expression"),
                Map.of(
                    "group",
                    "attributes",
                    "names",
                    List.of("Male"),
                    "datasetId",
                    celeba.datasetId().toString())));

    Response refused = Api.json(run).post("/v1/runs");

    assertProblem(refused, 422, "commercial-use-refused");
    assertThat(refused.jsonPath().getString("detail")).contains("dataset 'celebrities'");
  }

  @Test
  void badRequestsAreRefusedWithStableCodes() {
    assertProblem(
        Api.json(Map.of("name", "x", "source", "file:///there/is/nothing")).post("/v1/datasets"),
        422,
        "dataset-source-missing");
    assertProblem(Api.json(Map.of("name", "x")).post("/v1/datasets"), 422, "field-missing");
    assertProblem(
        Api.json(Map.of("name", "x", "source", "ftp://host/faces")).post("/v1/datasets"),
        422,
        "dataset-source-unsupported");
    assertProblem(Api.json(Map.of()).post("/v1/datasets/inspections"), 422, "field-missing");
    assertProblem(
        Api.json(Map.of("source", "file:///there/is/nothing")).post("/v1/datasets/inspections"),
        422,
        "dataset-source-missing");
    assertProblem(
        Api.json(Map.of("datasetId", UUID.randomUUID().toString()))
            .post("/v1/datasets/inspections"),
        422,
        "dataset-not-found");
    assertProblem(Api.json("{\"name").post("/v1/datasets"), 400, "bad-request");
    assertProblem(Api.json("[]").post("/v1/runs"), 400, "bad-request");
    assertProblem(Api.json("{\"datasetId\": {}}").post("/v1/runs"), 400, "bad-request");
    assertProblem(
        Api.json(Map.of("datasetId", UUID.randomUUID().toString(), "preset", "smoke"))
            .post("/v1/runs"),
        422,
        "dataset-not-found");
    assertProblem(
        Api.json(Map.of("datasetId", UUID.randomUUID().toString(), "preset", "huge"))
            .post("/v1/runs"),
        422,
        "unknown-preset");
    assertProblem(
        Api.json(Map.of("count", 4, "checkpoint", "nobody")).post("/v1/faces"),
        422,
        "no-checkpoint");
    assertProblem(Api.json(Map.of("seed", 4)).post("/v1/faces"), 422, "bad-count");
    assertProblem(Api.json(Map.of("count", 100_001)).post("/v1/faces"), 422, "bad-count");
    assertProblem(Api.request().get("/v1/runs/" + UUID.randomUUID()), 404, "run-not-found");
    assertProblem(Api.request().get("/v1/runs?limit=0"), 400, "bad-limit");
    assertProblem(Api.request().get("/v1/runs?cursor=%21"), 400, "bad-cursor");
  }

  @Test
  void badPhotosAreRefusedBeforeAnythingIsStored() {
    assertProblem(photo(new byte[0]), 422, "photo-empty");
    assertProblem(photo("no picture".getBytes(StandardCharsets.UTF_8)), 422, "photo-not-an-image");
    assertProblem(photo(new byte[(20 << 20) + 1]), 413, "photo-too-large");
  }

  @Test
  void bodyBeyondEveryLimitIsRefusedInWordsBeforeItIsSent() throws Exception {
    assertThat(announce("/v1/expressions", 65L << 20))
        .startsWith("HTTP/1.1 413 ")
        .contains("application/problem+json", "\"code\":\"body-too-large\"", "68,157,440 bytes");
    for (String path : List.of("/v1/checkpoints", "/v1/syntheses")) {
      assertThat(announce(path, 258L << 20))
          .startsWith("HTTP/1.1 413 ")
          .contains("\"code\":\"body-too-large\"", "270,532,608 bytes", "at most 269,484,032");
    }
  }

  @Test
  void bodyOfUnannouncedLengthIsReadNoFurtherThanTheLimit() throws Exception {
    byte[] blanks = new byte[65 << 20];
    Arrays.fill(blanks, (byte) ' ');
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/v1/datasets"))
            .header("Authorization", "Bearer " + OrchestratorServers.KEY)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(blanks)))
            .build();

    assertThat(statusOrBrokenOff(request)).isIn(413, BROKEN_OFF);
  }

  /** Announces a body and waits for leave to send it; what comes until the connection is closed. */
  private String announce(String path, long bytes) throws IOException {
    try (Socket client = new Socket(address.getHost(), address.getPort())) {
      String head =
          """
          POST %s HTTP/1.1\r
          Host: localhost\r
          Content-Type: multipart/form-data; boundary=x\r
          Content-Length: %d\r
          Expect: 100-continue\r
          \r
          """
              .formatted(path, bytes);
      client.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      return new String(client.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A server that stops reading may close the connection before its answer is read. */
  private static int statusOrBrokenOff(HttpRequest request) throws InterruptedException {
    try {
      return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException e) {
      return BROKEN_OFF;
    }
  }

  @Test
  void objectsThatAreNotPublishedAreNotFound() {
    UUID id = UUID.randomUUID();
    for (String path :
        List.of(
            "models/tasks/" + id + "/1/checkpoint.json",
            "models/health",
            "nothing/tasks/" + id + "/1/x",
            "syntheses/uploads/" + id + "/photo",
            "models/uploads/" + id + "/checkpoint",
            "syntheses/tasks/" + id + "/1/%2e%2e/secret")) {
      assertThat(Api.request().urlEncodingEnabled(false).get("/v1/objects/" + path).statusCode())
          .as(path)
          .isEqualTo(404);
    }
  }

  @Test
  void pagesFollowEachOtherWithoutGapOrRepetition() {
    Set<DatasetId> made = new HashSet<>();
    for (int i = 0; i < 7; i++) {
      made.add(register("page-" + i).datasetId());
    }
    List<DatasetId> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Page<DatasetView> page =
          Api.get("/v1/datasets?limit=2" + cursor, new TypeReference<Page<DatasetView>>() {});
      assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
      page.items().forEach(dataset -> seen.add(dataset.datasetId()));
      cursor = page.nextCursor() == null ? null : "&cursor=" + page.nextCursor();
    }

    assertThat(seen).doesNotHaveDuplicates().containsAll(made);
  }

  @Test
  void sameKeyAndContentGiveTheSameResourceAndOtherContentIsRefused() {
    String key = UUID.randomUUID().toString();
    Map<String, String> body = Map.of("name", "once", "source", folder.toUri().toString());

    DatasetView first = post(key, body, 201);
    DatasetView again = post(key, body, 201);

    assertThat(again.datasetId()).isEqualTo(first.datasetId());
    assertProblem(
        Api.json(Map.of("name", "other", "source", folder.toUri().toString()))
            .header("Idempotency-Key", key)
            .post("/v1/datasets"),
        422,
        "idempotency-key-reused");
  }

  @Test
  void cancellationRepeatedWithItsKeyIsAnsweredAsTheFirstAndNoOtherRequestTakesTheKey() {
    String key = UUID.randomUUID().toString();
    RunId run = Api.startRun(folder).runId();
    RunId other = Api.startRun(folder).runId();

    assertThat(cancel(run, key).statusCode()).isEqualTo(202);
    assertThat(cancel(run, key).statusCode()).isEqualTo(202);

    assertProblem(cancel(other, key), 422, "idempotency-key-reused");
    assertThat(Api.run(other).state()).isEqualTo(RunState.RUNNING);
    assertThat(cancel(other, UUID.randomUUID().toString()).statusCode()).isEqualTo(202);
  }

  @Test
  void livingWorkersComeFirstAndThoseThatStoppedAreForgottenAfterAnHour() {
    WorkerId living = addWorker("z", "ALIVE", Duration.ZERO);
    WorkerId stopped = addWorker("a", "STOPPED", Duration.ofMinutes(5));
    WorkerId longGone = addWorker("b", "STOPPED", Duration.ofHours(2));

    assertThat(workersOneByOne()).containsSubsequence(living, stopped).doesNotHaveDuplicates();
    Awaitility.await()
        .atMost(Duration.ofSeconds(40))
        .until(() -> !workersOneByOne().contains(longGone));
    assertThat(workersOneByOne()).contains(stopped);
  }

  @Test
  void streamReplaysAfterTheLastEventAndThenGoesOnLive() throws Exception {
    RunId run = Api.startRun(folder).runId();
    try (EventReader all = EventReader.open(address, run, "0")) {
      EventReader.Event created = all.await("run.created");
      all.await("step.queued");

      try (EventReader later = EventReader.open(address, run, created.id())) {
        Api.request().post("/v1/runs/" + run + "/cancel");

        EventReader.Event cancelled = later.await("run.cancelled");
        assertThat(later.types()).doesNotContain("run.created").contains("task.queued");
        assertThat(later.ids()).isSorted().doesNotHaveDuplicates();
        assertThat(all.await("run.cancelled").id()).isEqualTo(cancelled.id());
        assertThat(cancelled.data()).contains("\"state\":\"CANCELLED\"");
        assertThat(all.runSequences())
            .isEqualTo(LongStream.rangeClosed(1, all.runSequences().size()).boxed().toList());
        later.awaitComment();
      }
    }
  }

  @Test
  void callsFailClearlyWhileTheDatabaseIsAwayAndWorkWhenItIsBack() {
    TestServers.postgres().stop();
    try {
      assertProblem(Api.request().get("/v1/runs"), 503, "database-unavailable");
    } finally {
      TestServers.postgres().start();
    }

    Api.awaitUp();
    RunId run = Api.startRun(folder).runId();
    assertThat(Api.run(run).state()).isEqualTo(RunState.RUNNING);
  }

  @Test
  void runsAreAcceptedWhileKafkaIsAwayAndOfferedOnceItIsBack() {
    try (ScriptedWorker worker = new ScriptedWorker(bootstrapServers)) {
      // Given
      TestServers.kafka().stop();
      RunView run;
      try {
        run = Api.startRun(folder);
        Awaitility.await()
            .atMost(Duration.ofSeconds(40))
            .until(() -> !system().components().get("kafka").equals("UP"));
        assertThat(Api.run(run.runId()).state()).isEqualTo(RunState.RUNNING);
      } finally {
        TestServers.kafka().start();
      }

      // When
      Api.awaitUp();
      worker.appear();

      // Then
      RunTask offer = worker.awaitOffer(task -> task.runId().equals(run.runId()));
      assertThat(offer.step()).isEqualTo("list");
      assertThat(system().queues().get(TaskKind.INGEST)).isNotNull();
    }
  }

  private static Response cancel(RunId run, String key) {
    return Api.request().header("Idempotency-Key", key).post("/v1/runs/" + run + "/cancel");
  }

  /** A worker without slots, last heard of so long ago. */
  private WorkerId addWorker(String name, String state, Duration ago) {
    WorkerId id = new WorkerId(name + "/rest-it/" + UUID.randomUUID());
    Instant seen = Instant.now().minus(ago);
    WorkerHeartbeat heartbeat =
        new WorkerHeartbeat(
            id, seen, TaskKind.INGEST, "rest-it", 1, "1", 1, 0, "cpu", seen, 1, 1, false);
    database.run(
        tx ->
            tx.update(
                "INSERT INTO worker (worker_id, kind, slots, state, heartbeat, last_seen_at)"
                    + " VALUES (?, 'ingest', 0, ?, CAST(? AS jsonb), CAST(? AS timestamptz))",
                id,
                state,
                new Json(heartbeat),
                seen));
    return id;
  }

  private static List<WorkerId> workersOneByOne() {
    List<WorkerId> seen = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      Page<WorkerView> page =
          Api.get("/v1/workers?limit=1" + cursor, new TypeReference<Page<WorkerView>>() {});
      page.items().forEach(worker -> seen.add(worker.heartbeat().workerId()));
      cursor = page.nextCursor() == null ? null : "&cursor=" + page.nextCursor();
    }
    return seen;
  }

  private SystemView system() {
    return Api.get("/v1/system", SystemView.class);
  }

  private DatasetView register(String name) {
    return post(
        UUID.randomUUID().toString(),
        Map.of("name", name, "source", folder.toUri().toString()),
        201);
  }

  private static DatasetView post(String key, Map<String, String> body, int status) {
    return Api.read(
        Api.json(body).header("Idempotency-Key", key).post("/v1/datasets"),
        status,
        DatasetView.class);
  }

  private static Response photo(byte[] bytes) {
    return Api.request().multiPart("photo", "p.jpg", bytes).post("/v1/expressions");
  }

  private static void assertProblem(Response response, int status, String code) {
    assertThat(response.contentType()).startsWith("application/problem+json");
    Problem problem = Api.read(response, status, Problem.class);
    assertThat(problem.code()).isEqualTo(code);
    assertThat(problem.type()).isEqualTo("urn:mien:problem:" + code);
    assertThat(problem.status()).isEqualTo(status);
    assertThat(problem.detail()).isNotBlank();
  }
}
