package io.mien.orchestrator.webhook;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.WebhookEvent;
import io.mien.contracts.rest.WebhookRequest;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.webhook.address.Targets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What operators do with endpoints. Each call is part of the caller's transaction. */
public final class Webhooks {

  static final String TEST = "webhook.test";

  private static final Duration SECRET_OVERLAP = Duration.ofDays(1);
  private static final int LONGEST_DESCRIPTION = 500;

  private final JdbcWebhookRepository webhooks;
  private final JdbcDeliveryRepository deliveries;
  private final JdbcHistory history;
  private final Targets targets;
  private final Making making;

  public Webhooks(
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      JdbcHistory history,
      Targets targets,
      Making making) {
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.history = history;
    this.targets = targets;
    this.making = making;
  }

  /**
   * What new rows are made with.
   *
   * @param random makes the secrets, so it has to be cryptographically strong
   * @param tryFor how long a delivery is tried
   */
  public record Making(Uuid7 ids, RandomGenerator random, Duration tryFor) {}

  /**
   * Whether there can be such an endpoint; may ask the network's name service.
   *
   * @throws InvalidInput {@code bad-field}, or as {@link Targets#resolve} does
   */
  public void check(WebhookRequest request) {
    types(request);
    String description = Objects.requireNonNullElse(request.description(), "");
    if (description.length() > LONGEST_DESCRIPTION) {
      throw new InvalidInput(
          "bad-field",
          "The field 'description' has %d characters; send at most %d."
              .formatted(description.length(), LONGEST_DESCRIPTION));
    }
    targets.resolve(request.url(), 0);
  }

  /** Registers an endpoint that was checked; it gets what happens from now on. */
  public void register(Transaction tx, WebhookId id, WebhookRequest request) {
    webhooks.insert(
        tx,
        new NewWebhook(
            id,
            request.url(),
            types(request),
            request.description(),
            SigningSecret.make(making.random())),
        history.last(tx));
  }

  /** What signs now; shown to whoever had it made. */
  public String secret(Transaction tx, WebhookId id) {
    return webhooks.secret(tx, id).text();
  }

  /** Makes a new secret; the old one signs too for another day. */
  public void rotate(Transaction tx, WebhookId id) {
    webhooks.rotate(tx, id, SigningSecret.make(making.random()), SECRET_OVERLAP);
  }

  /**
   * Sends a {@code webhook.test}, in the order of everything else that waits.
   *
   * @throws InvalidInput {@code webhook-disabled}
   */
  public void test(Transaction tx, WebhookView webhook, DeliveryId id, Instant now) {
    if (webhook.state() != WebhookView.State.ENABLED) {
      throw new InvalidInput(
          "webhook-disabled",
          "Test webhook %s: it is %s. Enable it first."
              .formatted(webhook.webhookId(), webhook.state()));
    }
    Map<String, String> data = Map.of("webhookId", webhook.webhookId().toString());
    deliveries.insert(
        tx,
        List.of(
            new JdbcDeliveryRepository.NewDelivery(
                id,
                webhook.webhookId(),
                null,
                new WebhookEvent(TEST, now, data),
                making.tryFor())));
  }

  /**
   * Lets it get events, and closes its circuit. What happened while it was off is not sent; what
   * waited already is.
   */
  public void enable(Transaction tx, WebhookId id) {
    webhooks.enable(tx, id, history.last(tx));
  }

  public void disable(Transaction tx, WebhookId id) {
    webhooks.disable(tx, id, WebhookView.State.DISABLED);
  }

  /** False when there is none. */
  public boolean remove(Transaction tx, WebhookId id) {
    return webhooks.delete(tx, id);
  }

  /**
   * Tries dead deliveries anew.
   *
   * @param one null for all of the endpoint
   * @return how many
   * @throws InvalidInput {@code delivery-not-dead}
   */
  public int redrive(Transaction tx, WebhookId webhook, @Nullable DeliveryView one) {
    if (one != null && one.state() != DeliveryView.State.DEAD) {
      throw new InvalidInput(
          "delivery-not-dead",
          "Redrive delivery %s: it is %s. Only dead ones are sent again."
              .formatted(one.deliveryId(), one.state()));
    }
    return deliveries.redrive(tx, webhook, one == null ? null : one.deliveryId(), making.tryFor());
  }

  private static EventTypes types(WebhookRequest request) {
    return new EventTypes(Objects.requireNonNullElse(request.types(), WebhookRequest.USUAL));
  }
}
