package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.history.FeedEvent;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.history.Subscription;
import io.vertx.core.http.HttpServerResponse;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One open stream: first what is stored after the client's last event, then what comes; nothing
 * twice, nothing left out.
 */
final class EventStream {

  private static final Logger LOG = LoggerFactory.getLogger(EventStream.class);
  private static final int PAGE = 200;

  private final Source source;
  private final Target target;
  private final Duration keepAliveEvery;
  private long last;

  EventStream(Source source, Target target, Duration keepAliveEvery) {
    this.source = source;
    this.target = target;
    this.keepAliveEvery = keepAliveEvery;
  }

  /**
   * Where events come from; the subscription is open already, so that nothing falls between replay
   * and it.
   */
  record Source(
      Database database, JdbcHistory history, Subscription subscription, @Nullable RunId runId) {

    boolean includes(EventView event) {
      return runId == null || runId.equals(event.runId());
    }
  }

  /** Where events go. */
  record Target(SseEventSink sink, Sse sse, HttpServerResponse response) {

    /**
     * Returns when the head of the response is on its way. The framework sends it once the resource
     * method has returned; whoever sends an event before that sends a second head, and one of the
     * two fails.
     */
    void awaitHead() throws InterruptedException {
      CountDownLatch never = new CountDownLatch(1);
      while (!response.headWritten() && !response.closed()) {
        never.await(1, TimeUnit.MILLISECONDS);
      }
    }
  }

  /** Returns when the client has gone or reads too slowly. */
  void run(@Nullable String lastEventId) {
    try (Subscription subscription = source.subscription();
        SseEventSink sink = target.sink()) {
      last = start(lastEventId);
      target.awaitHead();
      comment("open");
      replay();
      while (subscription.isOpen() && !sink.isClosed()) {
        pass(subscription.next(keepAliveEvery));
      }
    } catch (CompletionException e) {
      LOG.debug("A client of the event stream has gone", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("An event stream ends: {}", e.getMessage());
    }
  }

  private long start(@Nullable String lastEventId) {
    if (lastEventId != null) {
      try {
        return Long.parseLong(lastEventId.strip());
      } catch (NumberFormatException e) {
        LOG.debug("Not a sequence: {}", lastEventId);
      }
    }
    return source.database().transact(source.history()::last);
  }

  private void replay() {
    List<EventView> page;
    do {
      page =
          source.database().transact(tx -> source.history().after(tx, last, source.runId(), PAGE));
      for (EventView event : page) {
        last = event.sequence();
        send(event);
      }
    } while (page.size() == PAGE);
  }

  private void pass(Optional<FeedEvent> next) {
    if (next.isEmpty()) {
      comment("still here");
      return;
    }
    EventView event = next.get().view();
    boolean fresh = next.get().kind() == FeedEvent.Kind.LIVE || event.sequence() > last;
    if (fresh && source.includes(event)) {
      last = Math.max(last, event.sequence());
      send(event);
    }
  }

  /** A live event that had to wait for the replay must not take the client back. */
  private void send(EventView event) {
    send(
        target
            .sse()
            .newEventBuilder()
            .id(Long.toString(last))
            .name(event.type())
            .data(String.class, Json.write(event))
            .build());
  }

  private void comment(String text) {
    send(target.sse().newEventBuilder().comment(text).build());
  }

  private void send(OutboundSseEvent event) {
    target.sink().send(event).toCompletableFuture().join();
  }
}
