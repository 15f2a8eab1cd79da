package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import io.mien.cli.command.OperatedServer.Call;
import io.mien.contracts.rest.ErasureView;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The command as an operator types it, against the answers of a server that has erased. */
class DatasetEraseCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String ERASURES = "/v1/datasets/" + ID + "/erasures";

  @RegisterExtension private final OperatedServer mien = new OperatedServer();

  DatasetEraseCommandIT() throws IOException {
    mien.answers("POST " + ERASURES, run("RUNNING"));
    mien.answers("GET /v1/runs/" + ID, run("SUCCEEDED"));
    mien.answers("GET " + ERASURES, "[" + erasure() + "]");
  }

  @Test
  void checkpointsThatLearntFromThePersonAreNamed() {
    assertThat(execute("S005", "--yes")).as(mien.errors()).isZero();

    assertThat(posted()).singleElement().asString().contains("\"subject\" : \"S005\"");
    assertThat(mien.takePrinted()).contains("'S005' is erased: 4 crops", ID, "stargan", "champion");
  }

  @Test
  void jsonIsWhatTheServerSays() throws IOException {
    assertThat(execute("S005", "--yes", "--json")).as(mien.errors()).isZero();

    String json = mien.takePrinted();
    assertThat(
            ClientJson.MAPPER.readValue(json.substring(json.indexOf("\n{") + 1), ErasureView.class))
        .isEqualTo(ClientJson.MAPPER.readValue(erasure(), ErasureView.class));
  }

  @Test
  void nothingIsErasedBeforeSomebodyHasSaidYes() {
    assertThat(execute("S005")).isEqualTo(Mien.FAILED);

    assertThat(posted()).isEmpty();
    assertThat(mien.errors()).contains("for good", "--yes");
  }

  @Test
  void erasureThatFailsIsNoSuccess() {
    mien.answers("GET /v1/runs/" + ID, run("FAILED"));

    assertThat(execute("S005", "--yes")).isEqualTo(Mien.FAILED);
    assertThat(mien.takePrinted()).doesNotContain("is erased");
  }

  private int execute(String... arguments) {
    return mien.execute(
        Stream.concat(Stream.of("dataset", "erase", ID), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private List<String> posted() {
    return mien.calls().stream().filter(Call::changes).map(Call::body).toList();
  }

  private static String run(String state) {
    return """
        {"runId": "%s", "name": "r", "template": "erasure", "state": "%s",
         "createdAt": "2026-11-25T20:00:00Z", "steps": []}"""
        .formatted(ID, state);
  }

  private static String erasure() {
    String manifest =
        "{\"bucket\":\"models\",\"key\":\"t/checkpoint.json\",\"bytes\":1,\"sha256\":\""
            + SHA
            + "\"}";
    return """
        {"subject": "S005", "runId": "%s", "erasedAt": "2026-11-25T20:00:00Z", "crops": 4,
         "checkpoints": [{"checkpointId": "%s", "runId": "%s", "taskId": "%s",
           "summary": {"network": "stargan", "imageSize": 64, "labels": [], "iterations": 1,
             "recipe": {"detector": "cascade-v1", "size": 64, "margin": 0.2, "alignEyes": true},
             "datasetFingerprint": "", "groups": []},
           "location": {"bucket": "models", "prefix": "t/", "manifest": %s},
           "aliases": ["champion"], "createdAt": "2026-11-25T20:00:00Z"}]}"""
        .formatted(ID, ID, ID, ID, manifest);
  }
}
