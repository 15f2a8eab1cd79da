package io.mien.orchestrator.webhook;

import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.WebhookId;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A delivery that was taken for one attempt.
 *
 * @param attempt from 1; whoever is not at the newest one reports into the void
 * @param at when it was taken, by the database's clock
 * @param secrets that are valid, the newest first
 */
public record Delivery(
    DeliveryId id,
    WebhookId webhookId,
    URI url,
    String body,
    int attempt,
    Instant at,
    List<SigningSecret> secrets) {

  public Delivery {
    secrets = List.copyOf(secrets);
  }
}
