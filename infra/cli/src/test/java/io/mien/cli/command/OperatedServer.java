package io.mien.cli.command;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import picocli.CommandLine;

/**
 * The command line as an operator types it, and a server with the answers that a test gives it. A
 * request is a method and a path with its query, such as {@code GET /v1/runs?limit=200}.
 */
final class OperatedServer implements BeforeEachCallback, AfterEachCallback {

  private final Map<String, Deque<Answer>> answers = new HashMap<>();
  private final List<Call> calls = new ArrayList<>();
  private final StringWriter errors = new StringWriter();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = System.out;
  private final HttpServer server;

  OperatedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
  }

  /**
   * What the server was asked.
   *
   * @param key its idempotency key; empty when it has none
   */
  record Call(String request, String body, String key) {

    boolean changes() {
      return !request.startsWith("GET ");
    }
  }

  /**
   * @param lost how many bytes of it do not come before the connection breaks
   */
  private record Answer(int status, String json, int lost) {

    private static final Answer UNKNOWN = new Answer(404, "{}", 0);
    private static final Answer NONE = new Answer(0, "", 0);

    static Answer of(String json) {
      return new Answer(json.isEmpty() ? 204 : 200, json, 0);
    }
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    server.start();
    System.setOut(new PrintStream(printed, true, UTF_8));
  }

  @Override
  public void afterEach(ExtensionContext context) {
    System.setOut(console);
    server.stop(0);
  }

  /** An empty answer has status 204; what no answer is known for has 404. */
  void answers(String request, String json) {
    answersInTurn(request, json);
  }

  /** Each once, the last for ever. */
  void answersInTurn(String request, String... json) {
    answers.put(request, new ArrayDeque<>(Arrays.stream(json).map(Answer::of).toList()));
  }

  void refuses(String request, int status, String problem) {
    answers.put(request, new ArrayDeque<>(List.of(new Answer(status, problem, 0))));
  }

  /** Once the connection breaks before the answer to this comes, which is known already. */
  void losesAnAnswer(String request) {
    answers.get(request).addFirst(Answer.NONE);
  }

  /** Once the connection breaks before the last byte of this answer, which is known already. */
  void breaksOffAnAnswer(String request) {
    Answer whole = answers.get(request).element();
    answers.get(request).addFirst(new Answer(whole.status(), whole.json(), 1));
  }

  /** Runs one command; its exit code. */
  int execute(String... arguments) {
    List<String> line = new ArrayList<>(Arrays.asList(arguments));
    line.addAll(List.of("--url", "http://127.0.0.1:" + server.getAddress().getPort()));
    line.addAll(List.of("--key", "k3y"));
    CommandLine mien = Mien.commandLine();
    mien.setErr(new PrintWriter(errors, true));
    return mien.execute(line.toArray(String[]::new));
  }

  List<Call> calls() {
    return List.copyOf(calls);
  }

  List<String> requests() {
    return calls.stream().map(Call::request).toList();
  }

  /** What was printed since this was called last. */
  String takePrinted() {
    String text = printed.toString(UTF_8);
    printed.reset();
    return text;
  }

  String errors() {
    return errors.toString();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
      String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      String sent = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      calls.add(new Call(request, sent, key == null ? "" : key));
      Answer answer = next(request);
      if (answer.equals(Answer.NONE)) {
        return;
      }
      byte[] bytes = answer.json().getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length - answer.lost());
      exchange.getResponseBody().flush();
    }
  }

  private Answer next(String request) {
    Deque<Answer> left = answers.get(request);
    if (left == null) {
      return Answer.UNKNOWN;
    }
    return left.size() > 1 ? left.remove() : left.element();
  }
}
