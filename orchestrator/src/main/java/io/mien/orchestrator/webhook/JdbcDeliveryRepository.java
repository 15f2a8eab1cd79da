package io.mien.orchestrator.webhook;

import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.DeliveryView;
import io.mien.contracts.rest.WebhookEvent;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Rows of {@code webhook_delivery}. Times are the database's. */
public final class JdbcDeliveryRepository {

  private static final String INSERT =
      """
      INSERT INTO webhook_delivery (delivery_id, webhook_id, sequence, type, body, state, give_up_at)
      VALUES (?, ?, ?, ?, ?, 'WAITING', now() + make_interval(secs => ?))
      """;

  private static final String COLUMNS =
      "delivery_id, webhook_id, sequence, type, state, attempts, due_at, answered_at, status, detail, created_at";

  private static final String FIND =
      "SELECT %s, body FROM webhook_delivery WHERE webhook_id = ? AND delivery_id = ?"
          .formatted(COLUMNS);

  private static final String PAGE =
      """
      SELECT %s, NULL AS body
        FROM webhook_delivery
       WHERE webhook_id = ?
         AND (CAST(? AS text) IS NULL OR state = ?)
         AND (CAST(? AS uuid) IS NULL OR delivery_id < ?)
       ORDER BY delivery_id DESC
       LIMIT ?
      """
          .formatted(COLUMNS);

  /**
   * Takes what is due, as far as the endpoint has room. The endpoint is locked, so that nobody else
   * takes any meanwhile and the count is exact.
   */
  private static final String CLAIM =
      """
      WITH due AS MATERIALIZED (
        SELECT delivery_id
          FROM webhook_delivery
         WHERE webhook_id = ? AND state IN ('WAITING', 'SENDING') AND due_at <= now()
         ORDER BY due_at, delivery_id
         LIMIT LEAST(CAST(? AS bigint), GREATEST(0, ? - (
                 SELECT count(*)
                   FROM webhook_delivery
                  WHERE webhook_id = ? AND state = 'SENDING' AND due_at > now())))
           FOR UPDATE SKIP LOCKED)
      UPDATE webhook_delivery
         SET state = 'SENDING', attempts = attempts + 1, due_at = now() + make_interval(secs => ?)
        FROM due, webhook
       WHERE webhook_delivery.delivery_id = due.delivery_id
         AND webhook.webhook_id = webhook_delivery.webhook_id
      RETURNING webhook_delivery.delivery_id, webhook_delivery.webhook_id, url, body, attempts, now() AS at, secret,
                CASE WHEN old_secret_until > now() THEN old_secret END AS old_secret
      """;

  private static final String DELIVERED =
      """
      UPDATE webhook_delivery
         SET state = 'DELIVERED', status = ?, detail = ?, answered_at = now(), finished_at = now()
       WHERE delivery_id = ? AND attempts = ? AND state = 'SENDING'
      """;

  private static final String DEAD =
      """
      UPDATE webhook_delivery
         SET state = 'DEAD', status = ?, detail = ?, answered_at = now(), finished_at = now()
       WHERE delivery_id = ? AND attempts = ? AND state = 'SENDING'
      """;

  /** Dead where the next attempt would come too late. */
  private static final String FAILED =
      """
      UPDATE webhook_delivery
         SET state = CASE WHEN now() + wait > give_up_at THEN 'DEAD' ELSE 'WAITING' END,
             finished_at = CASE WHEN now() + wait > give_up_at THEN now() END,
             due_at = now() + wait, status = ?, detail = ?, answered_at = now()
        FROM (SELECT make_interval(secs => ?) AS wait) AS backoff
       WHERE delivery_id = ? AND attempts = ? AND state = 'SENDING'
      RETURNING state
      """;

  private static final String REDRIVE =
      """
      UPDATE webhook_delivery
         SET state = 'WAITING', attempts = 0, due_at = now(), finished_at = NULL,
             give_up_at = now() + make_interval(secs => ?)
       WHERE webhook_id = ? AND state = 'DEAD' AND (CAST(? AS uuid) IS NULL OR delivery_id = ?)
      """;

  /**
   * What nobody attempts any more, because its endpoint is off or left alone. One whose attempts go
   * on is given up by the last of them.
   */
  private static final String GIVE_UP =
      """
      UPDATE webhook_delivery
         SET state = 'DEAD', finished_at = now()
       WHERE delivery_id IN (
         SELECT delivery_id
           FROM webhook_delivery
           JOIN webhook ON webhook.webhook_id = webhook_delivery.webhook_id
          WHERE webhook_delivery.state = 'WAITING' AND give_up_at < now()
            AND (webhook.state <> 'ENABLED' OR next_probe_at IS NOT NULL)
          ORDER BY give_up_at
          LIMIT ?
            FOR UPDATE OF webhook_delivery SKIP LOCKED)
      """;

  private static final String DELETE_OLD =
      """
      DELETE FROM webhook_delivery
       WHERE delivery_id IN (
         SELECT delivery_id
           FROM webhook_delivery
          WHERE finished_at < now() - make_interval(secs => CASE WHEN state = 'DEAD' THEN ? ELSE ? END)
          ORDER BY finished_at
          LIMIT ?
            FOR UPDATE SKIP LOCKED)
      """;

  /**
   * @param sequence of the event in the history, null for a test
   * @param tryFor how long it is tried
   */
  record NewDelivery(
      DeliveryId id,
      WebhookId webhookId,
      @Nullable Long sequence,
      WebhookEvent event,
      Duration tryFor) {}

  void insert(Transaction tx, List<NewDelivery> deliveries) {
    tx.batch(
        INSERT,
        deliveries.stream()
            .map(
                each ->
                    new @Nullable Object[] {
                      each.id(),
                      each.webhookId(),
                      each.sequence(),
                      each.event().type(),
                      Json.write(each.event()),
                      each.tryFor()
                    })
            .toList());
  }

  /** With its body. */
  public Optional<DeliveryView> find(Transaction tx, WebhookId webhook, DeliveryId id) {
    return tx.find(FIND, JdbcDeliveryRepository::view, webhook, id);
  }

  /** Of an endpoint, newest first. */
  public List<DeliveryView> page(
      Transaction tx,
      WebhookId webhook,
      DeliveryView.@Nullable State state,
      @Nullable UUID before,
      int limit) {
    return tx.query(
        PAGE, JdbcDeliveryRepository::view, webhook, state, state, before, before, limit);
  }

  /**
   * Takes deliveries of an endpoint that this transaction has locked, the longest due first.
   *
   * @param atOnce to it
   * @param most of them
   */
  List<Delivery> claim(Transaction tx, WebhookId webhook, int atOnce, int most, Duration lease) {
    return tx.query(CLAIM, JdbcDeliveryRepository::map, webhook, most, atOnce, webhook, lease);
  }

  /** False when another attempt has begun, or the delivery is gone. */
  boolean delivered(Transaction tx, Delivery delivery, Answer answer) {
    return tx.update(DELIVERED, answer.status(), answer.text(), delivery.id(), delivery.attempt())
        == 1;
  }

  /** False when another attempt has begun, or the delivery is gone. */
  boolean dead(Transaction tx, Delivery delivery, Answer answer) {
    return tx.update(DEAD, answer.status(), answer.text(), delivery.id(), delivery.attempt()) == 1;
  }

  /** What the delivery is now; empty when another attempt has begun, or the delivery is gone. */
  Optional<DeliveryView.State> failed(Transaction tx, Delivery delivery, Failure failure) {
    return tx.find(
        FAILED,
        row -> DeliveryView.State.valueOf(row.text("state")),
        failure.status(),
        failure.detail(),
        failure.pause(),
        delivery.id(),
        delivery.attempt());
  }

  /**
   * Lets dead deliveries be tried anew.
   *
   * @param id null for all of the endpoint
   */
  int redrive(Transaction tx, WebhookId webhook, @Nullable DeliveryId id, Duration tryFor) {
    return tx.update(REDRIVE, tryFor, webhook, id, id);
  }

  int giveUp(Transaction tx, int limit) {
    return tx.update(GIVE_UP, limit);
  }

  int deleteOld(Transaction tx, Duration keepDelivered, Duration keepDead, int limit) {
    return tx.update(DELETE_OLD, keepDead, keepDelivered, limit);
  }

  /**
   * How an attempt failed.
   *
   * @param status null when nothing was answered
   * @param pause until the next attempt
   */
  record Failure(@Nullable Integer status, String detail, Duration pause) {

    Failure {
      detail = ShortText.of(detail);
    }
  }

  private static Delivery map(Row row) throws SQLException {
    return new Delivery(
        new DeliveryId(row.uuid("delivery_id")),
        new WebhookId(row.uuid("webhook_id")),
        URI.create(row.text("url")),
        row.text("body"),
        row.integer("attempts"),
        row.instant("at"),
        Stream.of(row.text("secret"), Optional.ofNullable(row.textOrNull("old_secret")).orElse(""))
            .filter(text -> !text.isEmpty())
            .map(SigningSecret::new)
            .toList());
  }

  private static DeliveryView view(Row row) throws SQLException {
    DeliveryView.State state = DeliveryView.State.valueOf(row.text("state"));
    Instant answeredAt = row.instantOrNull("answered_at");
    return new DeliveryView(
        new DeliveryId(row.uuid("delivery_id")),
        new WebhookId(row.uuid("webhook_id")),
        row.numberOrNull("sequence"),
        row.text("type"),
        state,
        row.integer("attempts"),
        state == DeliveryView.State.WAITING ? row.instant("due_at") : null,
        answeredAt == null
            ? null
            : new DeliveryView.LastAttempt(
                answeredAt, row.integerOrNull("status"), row.text("detail")),
        row.instant("created_at"),
        row.textOrNull("body"));
  }
}
