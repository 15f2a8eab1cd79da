package io.mien.orchestrator.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.SynthesisView;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.run.AskedPriority;
import io.mien.orchestrator.run.AskedSynthesis;
import io.mien.orchestrator.run.SynthesisStarter;
import io.mien.orchestrator.synthesis.Syntheses;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts what an event asks for, once however often it comes, and answers what cannot be started.
 */
public final class SynthesisRequests {

  private static final Logger LOG = LoggerFactory.getLogger(SynthesisRequests.class);

  private final Database database;
  private final SynthesisStarter starter;
  private final Syntheses syntheses;
  private final Answers answers;
  private final JdbcSynthesisRequests rows = new JdbcSynthesisRequests();
  private final String client;
  private final int mostOpen;

  public SynthesisRequests(
      Database database,
      SynthesisStarter starter,
      Syntheses syntheses,
      Answers answers,
      Limits limits) {
    this.database = database;
    this.starter = starter;
    this.syntheses = syntheses;
    this.answers = answers;
    this.client = limits.client();
    this.mostOpen = limits.mostOpen();
  }

  /**
   * @param client whose work it is: the id of an API key, or any other word for nobody's
   * @param mostOpen syntheses at once; more requests wait in Kafka
   */
  public record Limits(String client, int mostOpen) {}

  /** Whether another request may be taken now. */
  public boolean hasRoom() {
    return database.transact(rows::open) < mostOpen;
  }

  /** Takes a request in; when it returns, it was started or answered. */
  public void take(CloudEvent event) {
    EventKey key = EventKey.of(event);
    try {
      RunId run = start(event, key);
      database.run(tx -> remember(tx, run, key));
      LOG.info("Event {} of {} is run {}", key.id(), key.source(), run);
    } catch (InvalidInput e) {
      LOG.info("Event {} of {} is refused: {}", key.id(), key.source(), e.getMessage());
      database.run(tx -> answers.refused(tx, key, e.code(), String.valueOf(e.getMessage())));
    }
  }

  /** Answers a request that {@link #take} has failed on and that was put aside. */
  public void refuseBroken(CloudEvent event) {
    String message =
        "The orchestrator failed on event %s; its log says why, and the event lies in %s. Have an operator look, then send it again under another id."
            .formatted(event.getId(), Topics.dead(Topics.SYNTHESIS_REQUESTS));
    database.run(tx -> answers.refused(tx, EventKey.of(event), "internal", message));
  }

  private RunId start(CloudEvent event, EventKey key) {
    if (!event.getType().equals(SynthesisEvents.REQUESTED)) {
      throw new InvalidInput(
          "unknown-type",
          "An event of type %s asks for nothing; send %s."
              .formatted(event.getType(), SynthesisEvents.REQUESTED));
    }
    byte[] data = Optional.ofNullable(event.getData()).map(CloudEventData::toBytes).orElse(null);
    if (data == null) {
      throw new InvalidInput("no-items", "The event has no data; send a request for a synthesis.");
    }
    AskedSynthesis asked = request(data);
    checkPriority(asked.request().priority());
    // As it is read: the same event has other bytes in another mode
    String content = Secrets.hash(asked.content());
    return starter.start(
        asked,
        null,
        new JdbcIdempotencyKeys.Request(
            client, Secrets.hash(key.source() + "\n" + key.id()), content));
  }

  private static AskedSynthesis request(byte[] data) {
    try {
      return AskedSynthesis.of(WireJson.MAPPER.readTree(data));
    } catch (JsonProcessingException e) {
      throw new InvalidInput(
          "bad-request", "The data has another shape: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InvalidInput("bad-request", "The data cannot be read: " + e.getMessage(), e);
    }
  }

  /** Events have the say of an ordinary client. */
  private static void checkPriority(@Nullable Integer priority) {
    AskedPriority.check(priority);
    AskedPriority.reserved(priority)
        .ifPresent(
            refusal -> {
              throw refusal;
            });
  }

  private void remember(Transaction tx, RunId run, EventKey key) {
    if (rows.insert(tx, run, key)) {
      SynthesisView started = syntheses.require(tx, run);
      answers.send(tx, key, SynthesisEvents.STARTED, started);
    }
  }
}
