package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.rest.ErasureView;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command as an operator types it, against the answers of a server that has erased. */
class DatasetEraseCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String ERASURES = "/v1/datasets/" + ID + "/erasures";

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> posted = new ArrayList<>();
  private final StringWriter errors = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = System.out;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    answers.put("POST " + ERASURES, run("RUNNING"));
    answers.put("GET /v1/runs/" + ID, run("SUCCEEDED"));
    answers.put("GET " + ERASURES, "[" + erasure() + "]");
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void checkpointsThatLearntFromThePersonAreNamed() {
    assertThat(execute("S005", "--yes")).as(errors.toString()).isZero();

    assertThat(posted).singleElement().asString().contains("\"subject\" : \"S005\"");
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("'S005' is erased: 4 crops", ID, "stargan", "champion");
  }

  @Test
  void jsonIsWhatTheServerSays() throws IOException {
    assertThat(execute("S005", "--yes", "--json")).as(errors.toString()).isZero();

    String json = printed.toString(StandardCharsets.UTF_8);
    assertThat(
            ClientJson.MAPPER.readValue(json.substring(json.indexOf("\n{") + 1), ErasureView.class))
        .isEqualTo(ClientJson.MAPPER.readValue(erasure(), ErasureView.class));
  }

  @Test
  void nothingIsErasedBeforeSomebodyHasSaidYes() {
    assertThat(execute("S005")).isEqualTo(Mien.FAILED);

    assertThat(posted).isEmpty();
    assertThat(errors.toString()).contains("for good", "--yes");
  }

  @Test
  void erasureThatFailsIsNoSuccess() {
    answers.put("GET /v1/runs/" + ID, run("FAILED"));

    assertThat(execute("S005", "--yes")).isEqualTo(Mien.FAILED);
    assertThat(printed.toString(StandardCharsets.UTF_8)).doesNotContain("is erased");
  }

  private int execute(String... arguments) {
    List<String> line = new ArrayList<>(List.of("dataset", "erase", ID));
    line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    line.addAll(List.of("--key", "k3y"));
    line.addAll(List.of(arguments));
    CommandLine mien = Mien.commandLine();
    mien.setErr(new PrintWriter(errors, true));
    return mien.execute(line.toArray(String[]::new));
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

  private void answer(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (call.getRequestMethod().equals("POST")) {
      posted.add(body);
    }
    String known = answers.get(call.getRequestMethod() + " " + call.getRequestURI());
    byte[] bytes = (known == null ? "{}" : known).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(known == null ? 404 : 200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
