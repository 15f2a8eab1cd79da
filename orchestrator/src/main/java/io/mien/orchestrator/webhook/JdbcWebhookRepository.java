package io.mien.orchestrator.webhook;

import io.mien.contracts.id.WebhookId;
import io.mien.contracts.rest.WebhookView;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code webhook}. Whoever changes deliveries of an endpoint and the endpoint too locks the
 * endpoint first.
 */
public final class JdbcWebhookRepository {

  private static final String SELECT =
      """
      SELECT webhook_id, url, types, description, state, failures, next_probe_at,
             CASE WHEN old_secret_until > now() THEN old_secret_until END AS old_secret_until, created_at,
             (SELECT count(*) FROM webhook_delivery
               WHERE webhook_delivery.webhook_id = webhook.webhook_id
                 AND webhook_delivery.state IN ('WAITING', 'SENDING')) AS waiting,
             (SELECT count(*) FROM webhook_delivery
               WHERE webhook_delivery.webhook_id = webhook.webhook_id
                 AND webhook_delivery.state = 'DEAD') AS dead
        FROM webhook
      """;

  private static final String INSERT =
      """
      INSERT INTO webhook (webhook_id, url, types, description, state, secret, read_up_to)
      VALUES (?, ?, ?, ?, 'ENABLED', ?, ?)
      """;

  private static final String FIND = SELECT + " WHERE webhook_id = ?";

  private static final String PAGE =
      SELECT
          + """
             WHERE CAST(? AS uuid) IS NULL OR webhook_id < ?
             ORDER BY webhook_id DESC
             LIMIT ?
            """;

  private static final String SECRET = "SELECT secret FROM webhook WHERE webhook_id = ?";

  private static final String ROTATE =
      """
      UPDATE webhook
         SET old_secret = secret, old_secret_until = now() + make_interval(secs => ?), secret = ?
       WHERE webhook_id = ?
      """;

  private static final String ENABLE =
      """
      UPDATE webhook
         SET state = 'ENABLED', failures = 0, probes = 0, next_probe_at = NULL,
             read_up_to = CASE WHEN state = 'ENABLED' THEN read_up_to ELSE ? END
       WHERE webhook_id = ?
      """;

  private static final String DISABLE =
      "UPDATE webhook SET state = ? WHERE webhook_id = ? AND state = 'ENABLED'";

  private static final String DELETE = "DELETE FROM webhook WHERE webhook_id = ?";

  private static final String COLUMNS =
      "webhook_id, url, types, read_up_to, next_probe_at IS NOT NULL AS is_open";

  /** Whoever waits for the lock of one that another replica has just read finds it caught up. */
  private static final String LOCK_BEHIND =
      """
      SELECT %s
        FROM webhook
       WHERE state = 'ENABLED' AND read_up_to < ?
       ORDER BY read_up_to
       LIMIT 1
         FOR NO KEY UPDATE SKIP LOCKED
      """
          .formatted(COLUMNS);

  private static final String READ_UP_TO = "UPDATE webhook SET read_up_to = ? WHERE webhook_id = ?";

  /**
   * Those with room for an attempt, by what the statement sees; whoever was served least recently
   * comes first, so that a long backlog does not hold up a short one.
   */
  private static final String LOCK_DUE =
      """
      SELECT %s
        FROM webhook
       WHERE state = 'ENABLED' AND (next_probe_at IS NULL OR next_probe_at <= now())
         AND EXISTS (SELECT FROM webhook_delivery
                      WHERE webhook_delivery.webhook_id = webhook.webhook_id
                        AND webhook_delivery.state IN ('WAITING', 'SENDING')
                        AND webhook_delivery.due_at <= now())
         AND (SELECT count(*) FROM webhook_delivery
               WHERE webhook_delivery.webhook_id = webhook.webhook_id
                 AND webhook_delivery.state = 'SENDING' AND webhook_delivery.due_at > now())
             < CASE WHEN next_probe_at IS NULL THEN ? ELSE 1 END
       ORDER BY served_at NULLS FIRST
       LIMIT ?
         FOR NO KEY UPDATE SKIP LOCKED
      """
          .formatted(COLUMNS);

  private static final String SERVED = "UPDATE webhook SET served_at = now() WHERE webhook_id = ?";

  private static final String LOCK =
      "SELECT webhook_id FROM webhook WHERE webhook_id = ? FOR NO KEY UPDATE";

  private static final String CLOSE_CIRCUIT =
      """
      UPDATE webhook
         SET failures = 0, probes = 0, next_probe_at = NULL
       WHERE webhook_id = ? AND failures > 0
      """;

  /** A failure before the next probe is due is of an attempt that was under way already. */
  private static final String COUNT_FAILURE =
      """
      UPDATE webhook
         SET failures = failures + 1,
             probes = CASE WHEN next_probe_at <= now() THEN probes + 1 ELSE probes END,
             next_probe_at = CASE
               WHEN failures + 1 < ? THEN NULL
               WHEN next_probe_at > now() THEN next_probe_at
               WHEN next_probe_at IS NULL THEN now() + make_interval(secs => ?)
               ELSE now() + make_interval(secs => LEAST(CAST(? AS float8), ? * 2 ^ LEAST(probes + 1, 30)))
             END
       WHERE webhook_id = ?
      RETURNING next_probe_at IS NOT NULL AND failures = ? AS opened
      """;

  void insert(Transaction tx, NewWebhook webhook, long readUpTo) {
    tx.update(
        INSERT,
        webhook.id(),
        webhook.url().toString(),
        webhook.types().names(),
        webhook.description(),
        webhook.secret().text(),
        readUpTo);
  }

  public Optional<WebhookView> find(Transaction tx, WebhookId id) {
    return tx.find(FIND, JdbcWebhookRepository::view, id);
  }

  /** Newest first. */
  public List<WebhookView> page(Transaction tx, @Nullable UUID before, int limit) {
    return tx.query(PAGE, JdbcWebhookRepository::view, before, before, limit);
  }

  SigningSecret secret(Transaction tx, WebhookId id) {
    return new SigningSecret(tx.query(SECRET, row -> row.text("secret"), id).get(0));
  }

  /** The secret until now goes on signing for a while. */
  void rotate(Transaction tx, WebhookId id, SigningSecret fresh, Duration overlap) {
    tx.update(ROTATE, overlap, fresh.text(), id);
  }

  /** Closes its circuit, too. One that was not enabled gets what happens after {@code last}. */
  void enable(Transaction tx, WebhookId id, long last) {
    tx.update(ENABLE, last, id);
  }

  /** Nothing happens to one that is not enabled. */
  void disable(Transaction tx, WebhookId id, WebhookView.State why) {
    tx.update(DISABLE, why, id);
  }

  /** With all its deliveries; false when there was none. */
  boolean delete(Transaction tx, WebhookId id) {
    return tx.update(DELETE, id) == 1;
  }

  /** One that has not got all events up to {@code last}, and that nobody else is looking at. */
  Optional<Webhook> lockBehind(Transaction tx, long last) {
    return tx.find(LOCK_BEHIND, JdbcWebhookRepository::map, last);
  }

  void readUpTo(Transaction tx, WebhookId id, long sequence) {
    tx.update(READ_UP_TO, sequence, id);
  }

  /** Some that have a delivery to be sent, and that nobody else is looking at. */
  List<Webhook> lockDue(Transaction tx, int perEndpoint, int limit) {
    return tx.query(LOCK_DUE, JdbcWebhookRepository::map, perEndpoint, limit);
  }

  void served(Transaction tx, WebhookId id) {
    tx.update(SERVED, id);
  }

  /** False when it was deleted. */
  boolean lock(Transaction tx, WebhookId id) {
    return tx.find(LOCK, row -> true, id).isPresent();
  }

  void closeCircuit(Transaction tx, WebhookId id) {
    tx.update(CLOSE_CIRCUIT, id);
  }

  /** Whether this failure opened the circuit. */
  boolean countFailure(Transaction tx, WebhookId id, CircuitRule rule) {
    return tx.find(
            COUNT_FAILURE,
            row -> row.flag("opened"),
            rule.failures(),
            rule.firstProbe(),
            rule.longestProbe(),
            rule.firstProbe(),
            id,
            rule.failures())
        .orElse(false);
  }

  private static Webhook map(Row row) throws SQLException {
    return new Webhook(
        new WebhookId(row.uuid("webhook_id")),
        URI.create(row.text("url")),
        row.texts("types"),
        row.number("read_up_to"),
        row.flag("is_open"));
  }

  private static WebhookView view(Row row) throws SQLException {
    return new WebhookView(
        new WebhookId(row.uuid("webhook_id")),
        URI.create(row.text("url")),
        row.texts("types"),
        row.textOrNull("description"),
        WebhookView.State.valueOf(row.text("state")),
        new WebhookView.Health(row.integer("failures"), row.instantOrNull("next_probe_at")),
        new WebhookView.Backlog(row.number("waiting"), row.number("dead")),
        null,
        row.instantOrNull("old_secret_until"),
        row.instant("created_at"));
  }
}
