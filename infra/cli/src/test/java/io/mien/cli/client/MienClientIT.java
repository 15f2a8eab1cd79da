package io.mien.cli.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.SystemView;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The client on a real HTTP connection: what it sends, and what it makes of answers. */
class MienClientIT {

  private final List<String> bodies = new ArrayList<>();
  private final List<HttpExchange> calls = new ArrayList<>();
  private HttpServer server;
  private MienClient client;
  private int status = 200;
  private String contentType = "application/json";
  private String answer = "{}";
  private final Map<String, String> answers = new HashMap<>();

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::record);
    server.start();
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    client = new MienClient(new Connection(url, "k3y", ""));
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void sendsTheKeyAndReadsJsonLeniently() {
    answer =
        "{\"version\":\"9\",\"queues\":{\"train\":{\"queued\":1,\"slots\":2}},\"components\":{},\"fieldOfTheFuture\":1}";

    SystemView system = client.get("/v1/system", SystemView.class);

    assertThat(system.version()).isEqualTo("9");
    assertThat(calls.get(0).getRequestHeaders().getFirst("Authorization")).isEqualTo("Bearer k3y");
  }

  @Test
  void aProblemBecomesAnExceptionWithItsCodeAndSentence() {
    status = 422;
    contentType = "application/problem+json";
    answer =
        "{\"type\":\"urn:mien:problem:unknown-preset\",\"title\":\"t\",\"status\":422,\"code\":\"unknown-preset\",\"detail\":\"Start a run: no preset x\"}";

    assertThatThrownBy(() -> client.get("/v1/runs", SystemView.class))
        .isInstanceOf(ProblemException.class)
        .hasMessage("Start a run: no preset x [unknown-preset, HTTP 422]");
  }

  @Test
  void nothingListeningIsSaidSo() {
    server.stop(0);

    assertThatThrownBy(() -> client.get("/v1/system", SystemView.class))
        .isInstanceOf(ServerAway.class)
        .hasMessageContaining("mien up");
  }

  @Test
  void everyPostHasAnIdempotencyKeyOfItsOwn() {
    client.post("/v1/x", Object.class);
    client.post("/v1/x", Object.class);

    assertThat(
            calls.stream()
                .map(call -> call.getRequestHeaders().getFirst("Idempotency-Key"))
                .distinct())
        .hasSize(2)
        .doesNotContainNull();
  }

  @Test
  void aFormCarriesFieldsAndFileBytes(@TempDir Path directory) throws IOException {
    Path photo = Files.writeString(directory.resolve("me.jpg"), "pixels");
    answer =
        "{\"runId\":\"0190a000-0000-7000-8000-000000000000\",\"state\":\"RUNNING\",\"images\":[]}";
    MultipartForm form = new MultipartForm().file("photo", photo).field("expressions", "happy");

    client.postForm("/v1/expressions", form, Duration.ofSeconds(7), ExpressionSetView.class);

    assertThat(bodies.get(0))
        .contains(
            "name=\"photo\"; filename=\"me.jpg\"",
            "\r\n\r\npixels\r\n",
            "name=\"expressions\"\r\n\r\nhappy\r\n");
    assertThat(calls.get(0).getRequestHeaders().getFirst("Prefer")).isEqualTo("wait=7");
  }

  @Test
  void allItemsOfAListAreReadPageAfterPage() {
    answers.put("/v1/datasets?limit=200", "{\"items\":[\"a\",\"b\"],\"nextCursor\":\"Yg\"}");
    answers.put("/v1/datasets?limit=200&cursor=Yg", "{\"items\":[\"c\"]}");

    assertThat(client.all("/v1/datasets", new TypeReference<Page<String>>() {}))
        .containsExactly("a", "b", "c");
  }

  private void record(HttpExchange call) throws IOException {
    calls.add(call);
    bodies.add(new String(call.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    byte[] bytes =
        answers
            .getOrDefault(call.getRequestURI().toString(), answer)
            .getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().set("Content-Type", contentType);
    call.sendResponseHeaders(status, bytes.length);
    call.getResponseBody().write(bytes);
    call.close();
  }
}
