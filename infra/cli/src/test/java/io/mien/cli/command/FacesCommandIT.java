package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import io.mien.contracts.rest.FacesRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command as an operator types it, against the answers of a server that has drawn. */
class FacesCommandIT {

  private static final String RUN = "0190a000-0000-7000-8000-000000000001";
  private static final String SHA =
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  private static final String PREFIX = "tasks/t/1/w/";

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> posted = new ArrayList<>();
  private final StringWriter errors = new StringWriter();
  private HttpServer server;

  @TempDir Path out;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void drawingAsksForCountAndSeedAndSavesEveryFace() throws IOException {
    answers.put("/v1/faces", run("RUNNING", ""));
    answers.put("/v1/runs/" + RUN, run("SUCCEEDED", result()));
    drawn();

    int exit = execute("draw", "--count", "2", "--seed", "7");

    assertThat(exit).as(errors.toString()).isZero();
    assertThat(ClientJson.MAPPER.readValue(posted.get(0), FacesRequest.class))
        .isEqualTo(new FacesRequest("candidate", 2, 7));
    assertThat(out.resolve("face-000000.png")).hasContent("pixels 0");
    assertThat(out.resolve("face-000001.png")).hasContent("pixels 1");
    assertThat(out.resolve("sheet.png")).hasContent("pixels of both");
  }

  @Test
  void facesOfATrainingAreSavedWithoutDrawingThemAgain() throws IOException {
    answers.put("/v1/runs/" + RUN, run("SUCCEEDED", result()));
    drawn();

    int exit = execute("save", RUN);

    assertThat(exit).as(errors.toString()).isZero();
    assertThat(posted).isEmpty();
    try (var files = Files.list(out)) {
      assertThat(files).hasSize(3);
    }
  }

  @Test
  void aRunWithoutFacesIsRefusedInASentence() {
    answers.put("/v1/runs/" + RUN, run("RUNNING", ""));

    assertThat(execute("save", RUN)).isEqualTo(Mien.FAILED);
    assertThat(errors.toString()).contains(RUN, "it has none", "RUNNING");
  }

  @Test
  void aRunThatFailedIsNoSuccess() {
    answers.put("/v1/faces", run("RUNNING", ""));
    answers.put("/v1/runs/" + RUN, run("FAILED", ""));

    assertThat(execute("draw")).isEqualTo(Mien.FAILED);
    assertThat(errors.toString()).contains(RUN, "FAILED");
  }

  private int execute(String command, String... arguments) {
    List<String> line = new ArrayList<>(List.of("faces", command));
    line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    line.addAll(List.of("--key", "k3y", "--out", out.toString()));
    line.addAll(List.of(arguments));
    CommandLine mien = Mien.commandLine();
    mien.setErr(new PrintWriter(errors, true));
    return mien.execute(line.toArray(String[]::new));
  }

  private void drawn() {
    answers.put(object("faces.json"), "{\"seed\":7,\"count\":2,\"items\":" + ref("items") + "}");
    answers.put(
        object("items"),
        "{\"number\":0,\"image\":" + ref("0") + "}\n{\"number\":1,\"image\":" + ref("1") + "}\n");
    answers.put(object("0"), "pixels 0");
    answers.put(object("1"), "pixels 1");
    answers.put(object("sheet"), "pixels of both");
  }

  private static String result() {
    return """
        , "result": {"type": "FacesGenerated", "seed": 7, "count": 2, "contactSheet": %s,
          "faces": {"bucket": "syntheses", "prefix": "%s", "manifest": %s}}"""
        .formatted(ref("sheet"), PREFIX, ref("faces.json"));
  }

  private static String run(String state, String result) {
    return """
        {"runId": "%s", "name": "r", "template": "faces", "state": "%s",
         "createdAt": "2026-11-25T20:00:00Z",
         "steps": [{"stepId": "%s", "name": "generate", "kind": "synth", "state": "RUNNING",
           "dependsOn": [],
           "task": {"taskId": "%s", "runId": "%s", "step": "generate", "kind": "synth",
             "state": "RUNNING", "attempt": 1, "failures": 0, "interruptions": 0,
             "createdAt": "2026-11-25T20:00:00Z"%s}}]}"""
        .formatted(RUN, state, RUN, RUN, RUN, result);
  }

  private static String ref(String name) {
    return "{\"bucket\":\"syntheses\",\"key\":\"%s\",\"bytes\":1,\"sha256\":\"%s\"}"
        .formatted(PREFIX + name, SHA);
  }

  private static String object(String name) {
    return "/v1/objects/syntheses/" + PREFIX + name;
  }

  private void answer(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    if (call.getRequestMethod().equals("POST")) {
      posted.add(body);
    }
    String known = answers.get(call.getRequestURI().toString());
    byte[] bytes = (known == null ? "{}" : known).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(known == null ? 404 : 200, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
