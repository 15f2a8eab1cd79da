package io.mien.cli.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.cli.client.Connection;
import io.mien.cli.client.MienClient;
import io.mien.cli.client.ProblemException;
import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.RunView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RunWatchIT {

  private static final RunId RUN = new RunId(UUID.randomUUID());
  private static final Answer AWAY = new Answer(503, problem(503, "not-ready"));
  private static final Answer UNKNOWN = new Answer(404, problem(404, "unknown-run"));
  private static final Answer BROKEN_OFF = new Answer(200, "{\"runId\": \"");

  private final Deque<Answer> answers = new ArrayDeque<>();
  private final List<RunState> seen = new ArrayList<>();
  private HttpServer server;

  private record Answer(int status, String body) {}

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
  void aServerThatIsAwayForAWhileIsWaitedFor() throws InterruptedException {
    answers.addAll(List.of(run("RUNNING"), AWAY, BROKEN_OFF, AWAY, run("SUCCEEDED")));

    RunView last = watch(Duration.ofMinutes(1));

    assertThat(last.state()).isEqualTo(RunState.SUCCEEDED);
    assertThat(seen).containsExactly(RunState.RUNNING, RunState.SUCCEEDED);
  }

  @Test
  void aServerThatStaysAwayEndsTheWatch() {
    answers.addAll(List.of(run("RUNNING"), AWAY, AWAY));

    assertThatThrownBy(() -> watch(Duration.ZERO))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("not-ready");
  }

  @Test
  void everyOtherRefusalEndsTheWatchAtOnce() {
    answers.add(UNKNOWN);

    assertThatThrownBy(() -> watch(Duration.ofMinutes(1)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("unknown-run");
  }

  private RunView watch(Duration patience) throws InterruptedException {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    MienClient client = new MienClient(new Connection(url, "k3y", ""));
    return new RunWatch(client, patience).follow(RUN, view -> seen.add(view.state()));
  }

  private void answer(HttpExchange call) throws IOException {
    Answer answer = answers.remove();
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", "application/json");
    call.sendResponseHeaders(answer.status(), body.length);
    call.getResponseBody().write(body);
    call.close();
  }

  private static Answer run(String state) {
    return new Answer(
        200,
        """
        {"runId": "%s", "name": "r", "template": "pipeline", "state": "%s",
         "createdAt": "2026-11-25T20:00:00Z", "steps": []}"""
            .formatted(RUN, state));
  }

  private static String problem(int status, String code) {
    return """
        {"type": "urn:mien:problem:%s", "title": "t", "status": %d, "code": "%s", "detail": "d"}"""
        .formatted(code, status, code);
  }
}
