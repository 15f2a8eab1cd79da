package io.mien.orchestrator.dashboard;

import static io.restassured.RestAssured.given;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.SystemView;
import io.mien.store.json.WireJson;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Somebody else, who works through the REST interface while the dashboard is open. */
final class Operator {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI address;
  private final String key;

  Operator(URI address, String key) {
    this.address = address;
    this.key = key;
  }

  /** Returns once the orchestrator has everything it stands on. */
  void awaitUp() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                get("/v1/system", SystemView.class).components().values().stream()
                    .allMatch("UP"::equals));
  }

  RunView startRun(String name, URI folder) throws Exception {
    DatasetView dataset =
        post("/v1/datasets", new DatasetRequest(name, folder, null), DatasetView.class);
    return post("/v1/runs", new RunRequest(dataset.datasetId(), "smoke", name), RunView.class);
  }

  void cancel(RunId runId) {
    asked().post("/v1/runs/" + runId + "/cancel").then().statusCode(202);
  }

  private <T> T get(String path, Class<T> answer) throws Exception {
    String json = asked().get(path).then().statusCode(200).extract().asString();
    return WireJson.MAPPER.readValue(json, answer);
  }

  private <T> T post(String path, Object body, Class<T> answer) throws Exception {
    String json =
        asked()
            .header("Idempotency-Key", UUID.randomUUID().toString())
            .contentType(ContentType.JSON)
            .body(WireJson.MAPPER.writeValueAsString(body))
            .post(path)
            .then()
            .statusCode(201)
            .extract()
            .asString();
    return WireJson.MAPPER.readValue(json, answer);
  }

  private RequestSpecification asked() {
    return given()
        .baseUri(address.resolve("/").toString())
        .header("Authorization", "Bearer " + key);
  }
}
