package io.mien.orchestrator.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.WebhookEvent;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Makes a delivery of every event that an endpoint wants, exactly once: how far the endpoint has
 * read moves in the same transaction, under its lock. Nothing is missed, because whoever has read a
 * sequence of the history has missed nothing before it.
 */
public final class EventCollector implements Step {

  private static final int PAGE = 200;

  private final Database database;
  private final JdbcHistory history;
  private final JdbcWebhookRepository webhooks;
  private final JdbcDeliveryRepository deliveries;
  private final Uuid7 ids;
  private final Duration tryFor;

  /**
   * @param tryFor how long a delivery is tried
   */
  public EventCollector(
      Database database,
      JdbcHistory history,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      Uuid7 ids,
      Duration tryFor) {
    this.database = database;
    this.history = history;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.ids = ids;
    this.tryFor = tryFor;
  }

  /** Up to what there is when it begins: what comes meanwhile is for the next round. */
  @Override
  public Progress step() {
    long last = database.transact(history::last);
    boolean found;
    do {
      found = database.transact(tx -> collectOne(tx, last));
    } while (found);
    return Progress.DONE;
  }

  private boolean collectOne(Transaction tx, long last) {
    Optional<Webhook> behind = webhooks.lockBehind(tx, last);
    behind.ifPresent(webhook -> collect(tx, webhook, last));
    return behind.isPresent();
  }

  private void collect(Transaction tx, Webhook webhook, long last) {
    List<EventView> events = history.matching(tx, webhook.readUpTo(), last, webhook.types(), PAGE);
    deliveries.insert(tx, events.stream().map(event -> delivery(webhook, event)).toList());
    boolean all = events.size() < PAGE;
    webhooks.readUpTo(tx, webhook.id(), all ? last : events.get(PAGE - 1).sequence());
  }

  private JdbcDeliveryRepository.NewDelivery delivery(Webhook webhook, EventView event) {
    return new JdbcDeliveryRepository.NewDelivery(
        new DeliveryId(ids.next()),
        webhook.id(),
        event.sequence(),
        new WebhookEvent(event.type(), event.at(), data(event)),
        tryFor);
  }

  /** What the event says, and what it is about. */
  private static ObjectNode data(EventView event) {
    ObjectNode data =
        event.data() instanceof ObjectNode object
            ? object
            : JsonNodeFactory.instance.objectNode().set("value", (JsonNode) event.data());
    data.put("sequence", event.sequence());
    if (event.runId() != null) {
      data.put("runId", event.runId().toString());
      data.put("runSequence", event.runSequence());
    }
    if (event.taskId() != null) {
      data.put("taskId", event.taskId().toString());
    }
    return data;
  }
}
