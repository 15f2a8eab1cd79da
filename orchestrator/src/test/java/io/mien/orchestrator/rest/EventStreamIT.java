package io.mien.orchestrator.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.history.Subscription;
import io.mien.orchestrator.task.TaskTable;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.SseEventSink;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.resteasy.reactive.server.jaxrs.SseImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client of the stream reads when what is only told meets what is stored. */
class EventStreamIT {

  private static final String LIVE_CHANNEL = "mien_live";

  private final Database database = new TaskTable().database;
  private final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  private final Said said = new Said();
  private final EventFeed feed = new EventFeed(database, history, said);

  @BeforeEach
  void listen() {
    happens("run.created");
    feed.step();
  }

  @AfterEach
  void close() {
    feed.close();
  }

  @Test
  void eventThatIsOnlyToldAndHadToWaitForTheReplayDoesNotTakeTheClientBack() {
    Subscription subscription = feed.subscribe();
    announced("task.progressed");
    feed.step();
    happens("task.succeeded");
    happens("run.succeeded");
    feed.step();

    Client client = new Client();
    stream(subscription, client).run("1");

    assertThat(client.types).containsExactly("task.succeeded", "run.succeeded", "task.progressed");
    assertThat(client.ids).containsExactly("2", "3", "3");
  }

  @Test
  void whoComesBackWithTheIdOfAnEventThatWasOnlyToldIsToldNothingTwiceAndMissesNothing() {
    Subscription subscription = feed.subscribe();
    announced("task.progressed");
    feed.step();
    happens("task.succeeded");
    Client client = new Client();
    stream(subscription, client).run("1");
    happens("run.succeeded");

    Client again = new Client();
    stream(feed.subscribe(), again).run(client.ids.get(client.ids.size() - 1));

    assertThat(client.types).containsExactly("task.succeeded", "task.progressed");
    assertThat(again.types).containsExactly("run.succeeded");
  }

  private void happens(String type) {
    database.run(tx -> history.append(tx, new HistoryEntry(type, null, null, Map.of())));
  }

  private void announced(String type) {
    EventView event = new EventView(0, null, type, Instant.EPOCH, null, null, Map.of());
    said.next.add(new EventFeed.Notification(LIVE_CHANNEL, Json.write(event)));
  }

  private EventStream stream(Subscription subscription, Client client) {
    return new EventStream(
        new EventStream.Source(database, history, subscription, null),
        new EventStream.Target(client, SseImpl.INSTANCE, sentHead()),
        Duration.ofMillis(1));
  }

  /** A response whose head is on its way. */
  private static HttpServerResponse sentHead() {
    return (HttpServerResponse)
        Proxy.newProxyInstance(
            HttpServerResponse.class.getClassLoader(),
            new Class<?>[] {HttpServerResponse.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("headWritten")) {
                return true;
              }
              throw new UnsupportedOperationException(method.getName());
            });
  }

  /** What the database says, when the test wants it. */
  private static final class Said implements EventFeed.NotificationSource {

    private final List<EventFeed.Notification> next = new ArrayList<>();

    @Override
    public List<EventFeed.Notification> await() {
      List<EventFeed.Notification> all = List.copyOf(next);
      next.clear();
      return all;
    }

    @Override
    public void close() {
      next.clear();
    }
  }

  /** Goes away at the first sign of life after all events. */
  private static final class Client implements SseEventSink {

    private final List<String> ids = new ArrayList<>();
    private final List<String> types = new ArrayList<>();
    private boolean closed;

    @Override
    public CompletionStage<?> send(OutboundSseEvent event) {
      if ("still here".equals(event.getComment())) {
        closed = true;
      }
      if (event.getName() != null) {
        ids.add(event.getId());
        types.add(event.getName());
      }
      return CompletableFuture.completedFuture(null);
    }

    @Override
    public boolean isClosed() {
      return closed;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
