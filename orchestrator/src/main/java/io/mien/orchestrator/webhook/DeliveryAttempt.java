package io.mien.orchestrator.webhook;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.webhook.address.Targets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Posts one delivery and writes down what came of it. No transaction is open meanwhile; if this
 * process ends in between, the delivery is posted again under the same id. Thread-safe.
 */
public final class DeliveryAttempt {

  private static final Logger LOG = LoggerFactory.getLogger(DeliveryAttempt.class);

  private final Database database;
  private final JdbcWebhookRepository webhooks;
  private final JdbcDeliveryRepository deliveries;
  private final Way way;
  private final RetrySchedule retries;
  private final CircuitRule circuit;

  public DeliveryAttempt(
      Database database,
      JdbcWebhookRepository webhooks,
      JdbcDeliveryRepository deliveries,
      Way way,
      RetrySchedule retries,
      CircuitRule circuit) {
    this.database = database;
    this.webhooks = webhooks;
    this.deliveries = deliveries;
    this.way = way;
    this.retries = retries;
    this.circuit = circuit;
  }

  /** The way to an endpoint. */
  public record Way(Targets targets, Poster poster) {}

  void make(Delivery delivery) {
    Answer answer;
    try {
      answer = way.poster().post(post(delivery));
    } catch (InvalidInput | Unavailable e) {
      String detail = String.valueOf(e.getMessage());
      failed(
          delivery,
          new JdbcDeliveryRepository.Failure(null, detail, pause(delivery, Optional.empty())));
      return;
    }
    answered(delivery, answer);
  }

  private Post post(Delivery delivery) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", "application/json");
    headers.put("webhook-id", delivery.id().toString());
    headers.put("webhook-timestamp", Long.toString(delivery.at().getEpochSecond()));
    headers.put("webhook-signature", signatures(delivery));
    return new Post(
        way.targets().resolve(delivery.url(), delivery.attempt() - 1), headers, delivery.body());
  }

  /** One for each secret that is valid; a receiver accepts any that it knows. */
  private static String signatures(Delivery delivery) {
    return delivery.secrets().stream()
        .map(secret -> secret.sign(delivery.id().toString(), delivery.at(), delivery.body()))
        .collect(Collectors.joining(" "));
  }

  private void answered(Delivery delivery, Answer answer) {
    if (answer.isSuccess()) {
      delivered(delivery, answer);
    } else if (answer.isGone()) {
      gone(delivery, answer);
    } else {
      Optional<Duration> wish =
          answer.wish().flatMap(header -> RetryAfter.parse(header, delivery.at()));
      failed(
          delivery,
          new JdbcDeliveryRepository.Failure(
              answer.status(), answer.text(), pause(delivery, wish)));
    }
  }

  private Duration pause(Delivery delivery, Optional<Duration> wish) {
    return retries.after(delivery.attempt(), wish);
  }

  private void delivered(Delivery delivery, Answer success) {
    database.run(
        tx -> {
          if (webhooks.lock(tx, delivery.webhookId())
              && deliveries.delivered(tx, delivery, success)) {
            webhooks.closeCircuit(tx, delivery.webhookId());
          }
        });
  }

  private void gone(Delivery delivery, Answer answer) {
    boolean recorded =
        database.transact(
            tx -> {
              if (webhooks.lock(tx, delivery.webhookId())
                  && deliveries.dead(tx, delivery, answer)) {
                webhooks.disable(tx, delivery.webhookId(), WebhookView.State.GONE);
                return true;
              }
              return false;
            });
    if (recorded) {
      LOG.warn(
          "Webhook {} answered 410 Gone and gets nothing more; enable it if that was a mistake.",
          delivery.webhookId());
    }
  }

  private void failed(Delivery delivery, JdbcDeliveryRepository.Failure failure) {
    database
        .transact(tx -> failed(tx, delivery, failure))
        .ifPresent(state -> log(delivery, state, failure));
  }

  private Optional<DeliveryView.State> failed(
      Transaction tx, Delivery delivery, JdbcDeliveryRepository.Failure failure) {
    if (!webhooks.lock(tx, delivery.webhookId())) {
      return Optional.empty();
    }
    Optional<DeliveryView.State> now = deliveries.failed(tx, delivery, failure);
    if (now.isPresent() && webhooks.countFailure(tx, delivery.webhookId(), circuit)) {
      tx.afterCommit(
          () ->
              LOG.warn(
                  "Webhook {} failed {} times in a row and is left alone for a while, the last time: {}",
                  delivery.webhookId(),
                  circuit.failures(),
                  failure.detail()));
    }
    return now;
  }

  private static void log(
      Delivery delivery, DeliveryView.State state, JdbcDeliveryRepository.Failure failure) {
    if (state == DeliveryView.State.DEAD) {
      LOG.warn(
          "Delivery {} to webhook {} is given up after {} attempts: {} {}",
          delivery.id(),
          delivery.webhookId(),
          delivery.attempt(),
          failure.status(),
          failure.detail());
    } else {
      LOG.debug("Delivery {} failed: {} {}", delivery.id(), failure.status(), failure.detail());
    }
  }
}
