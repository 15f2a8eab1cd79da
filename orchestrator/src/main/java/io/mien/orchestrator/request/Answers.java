package io.mien.orchestrator.request;

import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.jackson.JsonFormat;
import io.mien.contracts.Topics;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;

/**
 * Answers as CloudEvents, which leave with the transaction that they are about. An answer's id
 * follows from the request's, so that one that is sent twice is known again; {@code subject} is the
 * request's id and {@code requestsource} its source.
 */
public final class Answers {

  private static final URI SOURCE = URI.create("/mien/orchestrator");

  private final JdbcOutbox outbox;
  private final Clock clock;

  public Answers(JdbcOutbox outbox, Clock clock) {
    this.outbox = outbox;
    this.clock = clock;
  }

  void refused(Transaction tx, EventKey request, String code, String message) {
    send(tx, request, SynthesisEvents.REFUSED, new SynthesisEvents.Refusal(code, message));
  }

  /**
   * @param type one of {@link SynthesisEvents}
   * @param data written as JSON
   */
  void send(Transaction tx, EventKey request, String type, Object data) {
    CloudEvent answer =
        CloudEventBuilder.v1()
            .withId(request.id() + "/" + type)
            .withSource(SOURCE)
            .withType(type)
            .withSubject(request.id())
            .withTime(clock.instant().atOffset(ZoneOffset.UTC))
            .withExtension("requestsource", request.source())
            .withData("application/json", Json.write(data).getBytes(StandardCharsets.UTF_8))
            .build();
    try {
      outbox.publish(
          tx,
          Topics.SYNTHESIS_RESULTS,
          request.id(),
          WireJson.MAPPER.readTree(new JsonFormat().serialize(answer)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
