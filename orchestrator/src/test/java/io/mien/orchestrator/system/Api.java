package io.mien.orchestrator.system;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import io.mien.contracts.RunState;
import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.SystemView;
import io.mien.contracts.rest.TaskView;
import io.mien.store.json.WireJson;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** The REST interface as a client with the first key uses it. */
final class Api {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Api() {}

  static RequestSpecification request() {
    return given().header("Authorization", "Bearer " + OrchestratorServers.KEY);
  }

  static RequestSpecification json(Object body) {
    return request().contentType("application/json").body(body);
  }

  static <T> T get(String path, Class<T> type) {
    return read(request().get(path), 200, type);
  }

  static <T> T get(String path, TypeReference<T> type) {
    Response response = request().get(path);
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
    try {
      return WireJson.MAPPER.readValue(response.asByteArray(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static <T> T read(Response response, int status, Class<T> type) {
    assertThat(response.statusCode()).as(response.asString()).isEqualTo(status);
    try {
      return WireJson.MAPPER.readValue(response.asByteArray(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns once the orchestrator has everything it stands on. */
  static void awaitUp() {
    Awaitility.await()
        .atMost(PATIENCE)
        .ignoreExceptions()
        .until(
            () ->
                get("/v1/system", SystemView.class).components().values().stream()
                    .allMatch("UP"::equals));
  }

  /** A dataset in this folder and a run of the smoke preset over it. */
  static RunView startRun(Path folder) {
    return startRun(folder, "smoke");
  }

  static RunView startRun(Path folder, String preset) {
    DatasetView dataset =
        read(
            json(Map.of("name", "faces", "source", folder.toUri().toString())).post("/v1/datasets"),
            201,
            DatasetView.class);
    return read(
        json(Map.of("datasetId", dataset.datasetId().toString(), "preset", preset))
            .post("/v1/runs"),
        201,
        RunView.class);
  }

  static RunView run(RunId id) {
    return get("/v1/runs/" + id, RunView.class);
  }

  static StepView step(RunId id, String name) {
    return run(id).steps().stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  static TaskView task(TaskId id) {
    return get("/v1/tasks/" + id, TaskView.class);
  }

  static RunView awaitRun(RunId id, RunState state) {
    Awaitility.await().atMost(PATIENCE).until(() -> run(id).state() == state);
    return run(id);
  }

  static TaskView awaitTask(TaskId id, TaskState state) {
    Awaitility.await().atMost(PATIENCE).until(() -> task(id).state() == state);
    return task(id);
  }
}
