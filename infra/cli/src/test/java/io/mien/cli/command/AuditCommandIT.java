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

class AuditCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";

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
          byte[] answer = page().getBytes(StandardCharsets.UTF_8);
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
  void restrictionsAreSentAndEntriesAreShown() {
    int exit =
        Mien.commandLine()
            .execute(
                "audit",
                "--by",
                "the night shift",
                "--action",
                "POST /v1/runs",
                "--id",
                ID,
                "--url",
                "http://127.0.0.1:" + server.getAddress().getPort(),
                "--key",
                "k3y");

    assertThat(exit).isZero();
    assertThat(asked)
        .containsExactly(
            "/v1/audit?limit=50&key=the+night+shift&action=POST+%2Fv1%2Fruns&id=" + ID);
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("the night shift", "POST /v1/runs", "201", ID);
  }

  private static String page() {
    return """
        {"items": [{"auditId": "%s", "at": "2026-11-26T10:00:00Z", "keyId": "%s", "keyName": "the night shift",
          "action": "POST /v1/runs", "path": "/v1/runs", "made": "%s", "status": 201}]}"""
        .formatted(ID, ID, ID);
  }
}
