package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LineageCommandIT {

  private static final String DATASET = "0190a000-0000-7000-8000-000000000001";
  private static final String VERSION = "0190a000-0000-7000-8000-000000000002";
  private static final String CHECKPOINT = "0190a000-0000-7000-8000-000000000003";

  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = System.out;
  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        call -> {
          asked.add(call.getRequestURI().toString());
          byte[] answer = lineage().getBytes(StandardCharsets.UTF_8);
          call.getResponseHeaders().set("Content-Type", "application/json");
          call.sendResponseHeaders(200, answer.length);
          call.getResponseBody().write(answer);
          call.close();
        });
    server.start();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void nodesAreShownWithWhatTheyWereMadeOf() {
    int exit =
        Mien.commandLine()
            .execute(
                "lineage",
                "checkpoint",
                CHECKPOINT,
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--key",
                "k3y");

    assertThat(exit).isZero();
    assertThat(asked).containsExactly("/v1/lineage?type=checkpoint&id=" + CHECKPOINT);
    List<String> lines = printed.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(lines).hasSize(5);
    assertThat(lines.get(1)).contains("dataset ", "faces", DATASET);
    assertThat(lines.get(2)).contains("dataset-version", VERSION).endsWith("dataset faces");
    assertThat(lines.get(3))
        .startsWith("▶")
        .contains("checkpoint", "stargan", CHECKPOINT)
        .endsWith("dataset-version faces");
    assertThat(lines.get(4)).contains("There is more");
  }

  private static String lineage() {
    String by =
        "{\"runId\": \"%s\", \"taskId\": \"%s\", \"at\": \"2026-11-26T10:00:00Z\"}"
            .formatted(VERSION, VERSION);
    return """
        {"start": "%3$s", "complete": false,
         "nodes": [{"kind": "dataset", "id": "%1$s", "side": "UPSTREAM", "name": "faces"},
           {"kind": "dataset-version", "id": "%2$s", "side": "UPSTREAM", "name": "faces", "by": %4$s},
           {"kind": "checkpoint", "id": "%3$s", "side": "START", "name": "stargan", "by": %4$s}],
         "edges": [{"from": "%1$s", "to": "%2$s"}, {"from": "%2$s", "to": "%3$s"}]}"""
        .formatted(DATASET, VERSION, CHECKPOINT, by);
  }
}
