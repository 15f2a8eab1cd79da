package io.mien.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetInspectCommandIT {

  private static final String RUN = "0190a000-0000-7000-8000-000000000002";
  private static final String INSPECTIONS = "/v1/datasets/inspections";
  private static final String REJECTED = "/v1/objects/datasets/tasks/t/rejections.jsonl";
  private static final String RESULT =
      """
      {"type": "DatasetInspected", "layout": "kdef", "reason": "4 of 5 pictures are named so",
       "depth": "%s", "files": 5, "crops": 4, "rejections": {"NO_FACE": 1},
       "classes": {"happy": 3, "sad": 1}, "subjects": 2, "parts": {"train": 4},
       "attributes": ["gender"], "terms": {"licence": "research", "commercialUse": "forbidden"},
       "refusal": {"code": "too-few-subjects", "message": "Split 2 people into 5 folds"},
       "rejectedFiles": {"bucket": "datasets", "key": "tasks/t/rejections.jsonl", "bytes": 7,
        "sha256": "0"}}""";

  @TempDir Path folder;

  private final Map<String, String> answers = new HashMap<>();
  private final Map<String, String> bodies = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final PrintStream console = System.out;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    System.setOut(new PrintStream(out, true, UTF_8));
    answers.put(INSPECTIONS, run("RUNNING", ""));
    answers.put(
        REJECTED,
        "{\"source\": \"AF01XX.JPG\", \"code\": \"NO_FACE\", \"detail\": \"in 80x80\"}\n");
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void folderIsInspectedAsItIsAndTheAnswerIsForAPerson() {
    answers.put("/v1/runs/" + RUN, run("SUCCEEDED", ", \"result\": " + RESULT.formatted("faces")));

    int code = inspect(folder.toString(), "--layout", "kdef");

    assertThat(code).isZero();
    assertThat(bodies.get(INSPECTIONS))
        .contains(folder.toUri().toString(), "\"layout\" : \"kdef\"", "\"depth\" : \"faces\"");
    assertThat(out.toString(UTF_8))
        .contains(
            "Layout kdef: 4 of 5 pictures are named so",
            "Licence: research",
            "5 files: 4 crops of 2 people, rejected: {NO_FACE=1}",
            "happy  3",
            "[gender]",
            "An ingest would refuse it: Split 2 people into 5 folds [too-few-subjects]",
            "AF01XX.JPG");
  }

  @Test
  void jsonHasTheCountsUnderTheirNames() throws IOException {
    answers.put("/v1/runs/" + RUN, run("SUCCEEDED", ", \"result\": " + RESULT.formatted("labels")));

    int code = inspect(folder.toString(), "--fast", "--json");

    assertThat(code).isZero();
    assertThat(bodies.get(INSPECTIONS)).contains("\"depth\" : \"labels\"");
    JsonNode json = ClientJson.MAPPER.readTree(out.toString(UTF_8));
    assertThat(json.get("files").asInt()).isEqualTo(5);
    assertThat(json.get("crops").asInt()).isEqualTo(4);
    assertThat(json.get("subjects").asInt()).isEqualTo(2);
    assertThat(json.at("/rejections/NO_FACE").asInt()).isEqualTo(1);
    assertThat(json.at("/classes/happy").asInt()).isEqualTo(3);
  }

  private int inspect(String... arguments) {
    String[] all = new String[arguments.length + 6];
    all[0] = "dataset";
    all[1] = "inspect";
    all[2] = "--url";
    all[3] = "http://127.0.0.1:" + server.getAddress().getPort();
    all[4] = "--key";
    all[5] = "mien_test";
    System.arraycopy(arguments, 0, all, 6, arguments.length);
    return Mien.commandLine().execute(all);
  }

  private static String run(String state, String rest) {
    return """
        {"runId": "%s", "name": "Inspection", "template": "inspection", "state": "%s",
         "createdAt": "2026-11-26T04:00:00Z",
         "steps": [{"stepId": "%s", "name": "inspect", "kind": "ingest", "state": "%s",
          "dependsOn": [],
          "task": {"taskId": "%s", "runId": "%s", "step": "inspect", "kind": "ingest",
           "state": "%s", "attempt": 1, "failures": 0, "interruptions": 0,
           "createdAt": "2026-11-26T04:00:00Z"%s}}]}"""
        .formatted(RUN, state, RUN, state, RUN, RUN, state, rest);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    bodies.put(path, new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    byte[] body = answers.getOrDefault(path, "{}").getBytes(UTF_8);
    exchange.sendResponseHeaders(answers.containsKey(path) ? 200 : 404, body.length);
    try (OutputStream response = exchange.getResponseBody()) {
      response.write(body);
    }
  }
}
