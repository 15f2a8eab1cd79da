package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import io.mien.cli.client.ClientJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Schedules and pins as an operator types them. */
class ScheduleCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String DATASET = "0190a000-0000-7000-8000-000000000002";
  private static final String SCHEDULE = "/v1/schedules/" + ID;

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
  private final StringWriter errors = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = System.out;
  private HttpServer server;
  private String posted = "";

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    answers.put("POST /v1/schedules", schedule("\"nextAt\": \"2026-11-27T01:00:00Z\""));
    answers.put(
        "GET /v1/schedules?limit=200",
        "{\"items\": [" + schedule("\"runId\": \"" + ID + "\", " + skipped()) + "]}");
    answers.put("POST " + SCHEDULE + "/enable", schedule("\"nextAt\": \"2026-11-28T01:00:00Z\""));
    answers.put("POST " + SCHEDULE + "/disable", schedule("\"runId\": \"" + ID + "\""));
    answers.put("DELETE " + SCHEDULE, "");
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void scheduleIsAddedWithTheOptionsOfARun() throws IOException {
    int code =
        execute(
            "schedule",
            "add",
            "nightly",
            "--cron",
            "0 2 * * *",
            "--timezone",
            "Europe/Berlin",
            "--overlap",
            "allow",
            "--dataset",
            DATASET,
            "--preset",
            "smoke",
            "--balanced");

    assertThat(code).as(errors.toString()).isZero();
    JsonNode body = ClientJson.MAPPER.readTree(posted);
    assertThat(body.path("name").asText()).isEqualTo("nightly");
    assertThat(body.path("cron").asText()).isEqualTo("0 2 * * *");
    assertThat(body.path("timezone").asText()).isEqualTo("Europe/Berlin");
    assertThat(body.path("overlap").asText()).isEqualTo("allow");
    assertThat(body.path("run").path("datasetId").asText()).isEqualTo(DATASET);
    assertThat(body.path("run").path("preset").asText()).isEqualTo("smoke");
    assertThat(body.path("run").path("sampling").asText()).isEqualTo("balanced");
    assertThat(printed()).contains("nightly", "2026-11-27T01:00:00Z");
  }

  @Test
  void listTellsWhyATimeHadNoRun() {
    assertThat(execute("schedule", "list")).as(errors.toString()).isZero();

    assertThat(printed()).contains("nightly", "0 2 * * *", "disabled", "SKIPPED: it goes on", ID);
  }

  @Test
  void scheduleIsStoppedGoneOnWithAndRemovedByItsName() {
    assertThat(execute("schedule", "disable", "nightly")).as(errors.toString()).isZero();
    assertThat(execute("schedule", "enable", "nightly")).as(errors.toString()).isZero();
    assertThat(execute("schedule", "remove", "nightly")).as(errors.toString()).isZero();

    assertThat(calls)
        .contains("POST " + SCHEDULE + "/disable", "POST " + SCHEDULE + "/enable")
        .endsWith("DELETE " + SCHEDULE);
    assertThat(execute("schedule", "remove", "weekly")).isEqualTo(Mien.FAILED);
    assertThat(errors.toString()).contains("'weekly'", "mien schedule list");
  }

  @Test
  void pinnedRunIsSaidToBeKept() {
    answers.put("POST /v1/runs/" + ID + "/pin", run("\"pinnedAt\": \"2026-11-26T20:00:00Z\""));
    answers.put("POST /v1/runs/" + ID + "/unpin", run("\"preset\": \"smoke\""));
    answers.put(
        "GET /v1/runs?limit=200",
        "{\"items\": [" + run("\"pinnedAt\": \"2026-11-26T20:00:00Z\"") + "]}");

    assertThat(execute("run", "pin", ID)).as(errors.toString()).isZero();
    assertThat(printed()).contains(ID, "is kept until it is unpinned");
    assertThat(execute("run", "list")).as(errors.toString()).isZero();
    assertThat(printed()).contains("pinned");
    assertThat(execute("run", "unpin", ID)).as(errors.toString()).isZero();
    assertThat(printed()).contains("goes when its time is over");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private int execute(String... arguments) {
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    line.addAll(List.of("--key", "k3y"));
    CommandLine mien = Mien.commandLine();
    mien.setErr(new PrintWriter(errors, true));
    return mien.execute(line.toArray(String[]::new));
  }

  private static String schedule(String more) {
    return """
        {"scheduleId": "%s", "name": "nightly", "cron": "0 2 * * *", "timezone": "Europe/Berlin", "overlap": "skip",
         "run": {"datasetId": "%s", "preset": "smoke"}, "state": "ENABLED", "createdAt": "2026-11-25T20:00:00Z", %s}"""
        .formatted(ID, DATASET, more);
  }

  private static String skipped() {
    return """
        "last": {"dueAt": "2026-11-26T01:00:00Z", "outcome": "SKIPPED", "message": "it goes on"}""";
  }

  private static String run(String more) {
    return """
        {"runId": "%s", "name": "r", "template": "pipeline", "state": "FAILED",
         "createdAt": "2026-11-25T20:00:00Z", "steps": [], %s}"""
        .formatted(ID, more);
  }

  private void answer(HttpExchange call) throws IOException {
    String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String asked = call.getRequestMethod() + " " + call.getRequestURI();
    calls.add(asked);
    posted = body.isEmpty() ? posted : body;
    String known = answers.get(asked);
    byte[] bytes = (known == null ? "{}" : known).getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    if (bytes.length == 0) {
      call.sendResponseHeaders(204, -1);
    } else {
      call.sendResponseHeaders(known == null ? 404 : 200, bytes.length);
      call.getResponseBody().write(bytes);
    }
    call.close();
  }
}
