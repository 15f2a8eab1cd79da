package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.AuditView;
import io.mien.contracts.rest.Page;
import io.mien.orchestrator.audit.AuditSweep;
import io.mien.orchestrator.audit.JdbcAuditRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Secrets;
import io.mien.store.json.WireJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class AuditIT {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  @Inject Database database;

  @TempDir Path folder;

  @BeforeEach
  void awaitUp() {
    Api.awaitUp();
  }

  @Test
  void callsThatChangeSomethingSayWhoWhatAndWhich() {
    RunId run = Api.startRun(folder).runId();
    Api.request().post("/v1/runs/" + run + "/cancel");
    Api.run(run);

    List<AuditView> entries = of("id", run.toString());

    assertThat(entries)
        .extracting(AuditView::action)
        .containsExactly("POST /v1/runs/{id}/cancel", "POST /v1/runs");
    assertThat(entries).extracting(AuditView::keyName).containsOnly("first");
    assertThat(entries).extracting(AuditView::status).containsExactly(202, 201);
    assertThat(entries.get(0).subject()).isEqualTo(run.toString());
    assertThat(entries.get(0).path()).isEqualTo("/v1/runs/" + run + "/cancel");
    assertThat(entries.get(1).made()).isEqualTo(run.toString());
    assertThat(entries.get(1).keyId()).isEqualTo(entries.get(0).keyId());
  }

  @Test
  void callsThatAreRefusedAreThereTooAndOnlyForAdmins() {
    String name = "viewer-" + UUID.randomUUID();
    String key = key(name, "viewer");

    assertThat(with(key).post("/v1/runs/" + UUID.randomUUID() + "/cancel").statusCode())
        .isEqualTo(403);
    assertThat(with(key).get("/v1/runs").statusCode()).isEqualTo(200);

    Awaitility.await().atMost(PATIENCE).until(() -> !of("key", name).isEmpty());
    assertThat(of("key", name))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.action()).isEqualTo("POST /v1/runs/{id}/cancel");
              assertThat(entry.status()).isEqualTo(403);
            });
    assertThat(with(key).get("/v1/audit").statusCode()).isEqualTo(403);
    assertThat(with(key("o-" + name, "operator")).get("/v1/audit").statusCode()).isEqualTo(403);
  }

  @Test
  void signInIsByAKeyAndNothingOfItIsKept() {
    String name = "signing-in-" + UUID.randomUUID();
    String key = key(name, "viewer");
    Response signedIn =
        given().contentType("application/json").body(Map.of("key", key)).post("/v1/session");
    String cookie = signedIn.cookie("mien_session");

    given().cookie("mien_session", cookie).post("/v1/runs/" + UUID.randomUUID() + "/cancel");

    Awaitility.await().atMost(PATIENCE).until(() -> of("key", name).size() == 2);
    assertThat(of("key", name)).extracting(AuditView::details).contains("{\"key\":\"…\"}");
    assertThat(of("key", name))
        .extracting(AuditView::action)
        .containsExactlyInAnyOrder("POST /v1/session", "POST /v1/runs/{id}/cancel");
    assertThat(Api.request().get("/v1/audit?limit=200").asString())
        .doesNotContain(key, cookie, OrchestratorServers.KEY);
  }

  @Test
  void whatWasAskedForIsKeptInShortAndWithoutSecrets() {
    RunId run = Api.startRun(folder).runId();
    Api.request().post("/v1/runs/" + run + "/cancel");
    assertThat(of("id", run.toString()).get(1).details()).contains("\"preset\":\"smoke\"");
    assertThat(of("id", run.toString()).get(0).details()).isNull();

    Api.json(Map.of("name", "x", "source", "https://bob:hunter2@example.org/a?sig=hunter3"))
        .post("/v1/datasets");
    assertThat(of("action", "POST /v1/datasets").get(0).details())
        .contains("https://…@example.org/a?…");

    Response hook =
        Api.json(Map.of("url", "https://eve:hunter4@127.0.0.1:9/hunter5?t=hunter6"))
            .post("/v1/webhooks");
    assertThat(of("action", "POST /v1/webhooks").get(0).details()).contains("https://…@127.0.0.1");
    assertThat(hook.statusCode()).isIn(201, 422);

    Api.request()
        .multiPart("kind", "hunter")
        .multiPart("file", "f", new byte[1])
        .post("/v1/checkpoints");
    assertThat(of("action", "POST /v1/checkpoints").get(0).details())
        .contains("\"kind\":[\"hunter\"]", "(a file)");

    assertThat(Api.request().get("/v1/audit?limit=200").asString())
        .doesNotContainPattern("hunter[2-6]")
        .doesNotContain("whsec_");
  }

  @Test
  void whoHasNoKeyLeavesNoTrace() {
    String path = "/v1/runs/" + UUID.randomUUID() + "/cancel";

    assertThat(given().post(path).statusCode()).isEqualTo(401);
    assertThat(with("mien_guess").post(path).statusCode()).isEqualTo(401);
    Api.request().post(path);

    assertThat(
            of("action", "POST /v1/runs/{id}/cancel").stream().filter(e -> e.path().equals(path)))
        .singleElement()
        .satisfies(entry -> assertThat(entry.status()).isEqualTo(404));
  }

  @Test
  void listIsPagedAndRestrictedToAnAction() {
    for (int i = 0; i < 3; i++) {
      Api.json(Map.of()).put("/v1/datasets/" + UUID.randomUUID() + "/terms");
    }

    Page<AuditView> first = page(Map.of("action", "PUT /v1/datasets", "limit", 2));
    Page<AuditView> second =
        page(Map.of("action", "PUT /v1/datasets", "limit", 2, "cursor", first.nextCursor()));

    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).isNotEmpty().doesNotContainAnyElementsOf(first.items());
    assertThat(first.items())
        .extracting(AuditView::action)
        .containsOnly("PUT /v1/datasets/{id}/terms");
    assertThat(of("action", "PATCH")).isEmpty();
  }

  @Test
  void entriesAreKeptForAYear() {
    String name = "old-" + UUID.randomUUID();
    UUID gone = entryOf(key(name, "viewer"));
    AuditSweep sweep = new AuditSweep(database, new JdbcAuditRepository(), Duration.ofDays(365));

    age(gone, 364);
    sweep.step();
    assertThat(of("key", name)).hasSize(1);
    age(gone, 366);
    sweep.step();
    assertThat(of("key", name)).isEmpty();
  }

  private UUID entryOf(String key) {
    UUID subject = UUID.randomUUID();
    with(key).post("/v1/runs/" + subject + "/cancel");
    Awaitility.await().atMost(PATIENCE).until(() -> of("id", subject.toString()).size() == 1);
    return of("id", subject.toString()).get(0).auditId();
  }

  private void age(UUID entry, int days) {
    database.run(
        tx ->
            tx.update(
                "UPDATE audit SET at = now() - make_interval(days => ?) WHERE audit_id = ?",
                days,
                entry));
  }

  private String key(String name, String role) {
    String key = "mien_" + UUID.randomUUID();
    database.run(
        tx ->
            tx.update(
                "INSERT INTO api_key (api_key_id, name, key_sha256, role) VALUES (?, ?, ?, ?)",
                UUID.randomUUID(),
                name,
                Secrets.hash(key),
                role));
    return key;
  }

  private static io.restassured.specification.RequestSpecification with(String key) {
    return given().header("Authorization", "Bearer " + key);
  }

  private static List<AuditView> of(String parameter, String value) {
    return page(Map.of(parameter, value)).items();
  }

  private static Page<AuditView> page(Map<String, ?> query) {
    Response response = Api.request().queryParams(query).get("/v1/audit");
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    try {
      return WireJson.MAPPER.readValue(
          response.asByteArray(), new TypeReference<Page<AuditView>>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
