package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.Mien;
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

/** The commands as an operator types them, against the answers of a server. */
class WebhookCommandIT {

  private static final String ID = "0190a000-0000-7000-8000-000000000001";
  private static final String DELIVERY = "0190a000-0000-7000-8000-000000000002";
  private static final String WEBHOOK = "/v1/webhooks/" + ID;

  private final Map<String, String> answers = new HashMap<>();
  private final List<String> calls = new ArrayList<>();
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
  }

  @AfterEach
  void stop() {
    System.setOut(console);
    server.stop(0);
  }

  @Test
  void addShowsTheSecretOnce() {
    answers.put("POST /v1/webhooks", webhook("\"secret\": \"whsec_abc\","));
    answers.put("GET " + WEBHOOK, webhook(""));

    assertThat(execute("add", "https://a.test/in", "--type", "run.,task.dead")).isZero();
    assertThat(calls)
        .containsExactly(
            "POST /v1/webhooks {\"url\":\"https://a.test/in\",\"types\":[\"run.\",\"task.dead\"]}");
    assertThat(printed()).contains(ID, "whsec_abc", "not shown again");

    printed.reset();
    assertThat(execute("show", ID)).isZero();
    assertThat(printed()).contains(ID, "FAILING (6 in a row", "dead 2").doesNotContain("secret");
  }

  @Test
  void listsWhatIsThere() {
    answers.put("GET /v1/webhooks?limit=200", "{\"items\": [" + webhook("") + "]}");

    assertThat(execute("list")).isZero();

    assertThat(printed()).contains("WAITING", ID, "https://a.test/in", "run.,task.dead");
  }

  @Test
  void deliveriesSayWhatWasAnswered() {
    answers.put(
        "GET " + WEBHOOK + "/deliveries?limit=50&state=DEAD",
        "{\"items\": [" + delivery("DEAD") + "]}");
    answers.put("GET " + WEBHOOK + "/deliveries/" + DELIVERY, delivery("DEAD"));

    assertThat(execute("deliveries", ID, "--state", "dead")).isZero();
    assertThat(printed()).contains(DELIVERY, "run.failed", "500 out of order");

    printed.reset();
    assertThat(execute("deliveries", ID, DELIVERY)).isZero();
    assertThat(printed()).contains("the body");
  }

  @Test
  void whatChangesAnEndpointIsPosted() {
    answers.put("POST " + WEBHOOK + "/enable", webhook(""));
    answers.put("POST " + WEBHOOK + "/disable", webhook(""));
    answers.put("POST " + WEBHOOK + "/rotate", webhook("\"secret\": \"whsec_new\","));
    answers.put("POST " + WEBHOOK + "/test", delivery("WAITING"));
    answers.put("POST " + WEBHOOK + "/redrive", "{\"redriven\": 3}");
    answers.put("POST " + WEBHOOK + "/deliveries/" + DELIVERY + "/redrive", delivery("WAITING"));
    answers.put("DELETE " + WEBHOOK, "");

    for (String verb : List.of("enable", "disable", "rotate", "test", "redrive", "remove")) {
      assertThat(execute(verb, ID)).as(verb).isZero();
    }
    assertThat(execute("redrive", ID, DELIVERY)).isZero();

    assertThat(calls).hasSize(7).contains("DELETE " + WEBHOOK + " ");
    assertThat(printed())
        .contains("whsec_new", "3 deliveries wait again", DELIVERY + " is WAITING", "is removed");
  }

  @Test
  void refusalIsSaidInTheWordsOfTheServer() {
    assertThat(execute("remove", ID)).isEqualTo(Mien.FAILED);

    assertThat(errors.toString()).contains("There is no webhook");
  }

  private String printed() {
    return printed.toString(StandardCharsets.UTF_8);
  }

  private int execute(String... arguments) {
    List<String> line = new ArrayList<>(List.of("webhook"));
    line.addAll(List.of(arguments));
    line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    line.addAll(List.of("--key", "k3y"));
    CommandLine mien = Mien.commandLine();
    mien.setErr(new PrintWriter(errors, true));
    return mien.execute(line.toArray(String[]::new));
  }

  private static String webhook(String secret) {
    return """
        {"webhookId": "%s", "url": "https://a.test/in", "types": ["run.", "task.dead"], "state": "ENABLED",
         %s "health": {"failures": 6, "nextProbeAt": "2026-11-26T10:00:00Z"},
         "backlog": {"waiting": 1, "dead": 2}, "createdAt": "2026-11-25T20:00:00Z"}"""
        .formatted(ID, secret);
  }

  private static String delivery(String state) {
    return """
        {"deliveryId": "%s", "webhookId": "%s", "sequence": 7, "type": "run.failed", "state": "%s", "attempts": 9,
         "lastAttempt": {"at": "2026-11-26T10:00:00Z", "status": 500, "detail": "out of order"},
         "createdAt": "2026-11-25T20:00:00Z", "body": "the body"}"""
        .formatted(DELIVERY, ID, state);
  }

  private void answer(HttpExchange call) throws IOException {
    try (call) {
      String body = new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      String asked = call.getRequestMethod() + " " + call.getRequestURI();
      String known = answers.get(asked);
      if (!call.getRequestMethod().equals("GET")) {
        calls.add(asked + " " + body.replaceAll("\\s", ""));
      }
      String said =
          known == null
              ? """
                {"type": "t", "title": "t", "status": 404, "code": "webhook-not-found", "detail": "There is no webhook", "instance": "/"}"""
              : known;
      byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
      call.getResponseHeaders().set("Content-Type", "application/json");
      call.sendResponseHeaders(known == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
      call.getResponseBody().write(bytes);
    }
  }
}
