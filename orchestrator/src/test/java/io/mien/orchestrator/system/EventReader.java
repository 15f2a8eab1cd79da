package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Json;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;

/** A client of the event stream that keeps all it reads. */
final class EventReader implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final InputStream body;
  private final List<Event> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger comments = new AtomicInteger();

  private EventReader(InputStream body) {
    this.body = body;
  }

  record Event(String id, String type, String data) {}

  static EventReader open(URI address, RunId run, String lastEventId)
      throws IOException, InterruptedException {
    HttpResponse<InputStream> response =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(address.resolve("/v1/events?runId=" + run))
                    .header("Authorization", "Bearer " + OrchestratorServers.KEY)
                    .header("Last-Event-ID", lastEventId)
                    .build(),
                HttpResponse.BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    EventReader reader = new EventReader(response.body());
    Thread thread = new Thread(reader::readAll, "test-event-reader");
    thread.setDaemon(true);
    thread.start();
    return reader;
  }

  Event await(String type) {
    Awaitility.await()
        .atMost(PATIENCE)
        .until(() -> events.stream().anyMatch(event -> event.type().equals(type)));
    return events.stream().filter(event -> event.type().equals(type)).findFirst().orElseThrow();
  }

  /** Waits for a sign of life after everything that was sent. */
  void awaitComment() {
    int before = comments.get();
    Awaitility.await().atMost(PATIENCE).until(() -> comments.get() > before);
  }

  List<String> types() {
    return events.stream().map(Event::type).toList();
  }

  List<Long> ids() {
    return events.stream().map(event -> Long.valueOf(event.id())).toList();
  }

  /** How the run's own events are numbered; events that are only told have no number. */
  List<Long> runSequences() {
    return events.stream()
        .map(event -> Json.read(event.data(), EventView.class).runSequence())
        .filter(Objects::nonNull)
        .toList();
  }

  @Override
  public void close() throws IOException {
    body.close();
  }

  private void readAll() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
      String id = "";
      String type = "";
      String data = "";
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(":")) {
          comments.incrementAndGet();
        } else if (line.startsWith("id:")) {
          id = line.substring(3).strip();
        } else if (line.startsWith("event:")) {
          type = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data = line.substring(5).strip();
        } else if (line.isEmpty() && !data.isEmpty()) {
          events.add(new Event(id, type, data));
          data = "";
        }
      }
    } catch (IOException e) {
      if (!"closed".equals(e.getMessage())) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
