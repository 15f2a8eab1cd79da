package io.mien.orchestrator.key;

import io.mien.contracts.rest.KeyRequest;
import io.mien.contracts.rest.KeyView;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/** Rows of {@code api_key} and {@code session}. */
public final class JdbcApiKeyRepository {

  private static final String INSERT =
      "INSERT INTO api_key (api_key_id, name, key_sha256, role) VALUES (?, ?, ?, ?)";

  private static final String ANY = "SELECT 1 FROM api_key LIMIT 1";

  private static final String BY_KEY =
      """
      SELECT api_key_id, name, role
        FROM api_key
       WHERE key_sha256 = ? AND revoked_at IS NULL
      """;

  private static final String BY_SESSION =
      """
      SELECT api_key.api_key_id, api_key.name, api_key.role
        FROM session
        JOIN api_key ON api_key.api_key_id = session.api_key_id
       WHERE session.token_sha256 = ? AND session.expires_at > now() AND api_key.revoked_at IS NULL
      """;

  private static final String INSERT_SESSION =
      """
      INSERT INTO session (token_sha256, api_key_id, expires_at)
      VALUES (?, ?, now() + make_interval(secs => ?))
      """;

  private static final String DELETE_SESSION = "DELETE FROM session WHERE token_sha256 = ?";

  private static final String DELETE_EXPIRED = "DELETE FROM session WHERE expires_at < now()";

  private static final String VIEW_COLUMNS =
      """
      api_key_id, name, role, weight, most_running, starts_per_minute, created_at, revoked_at,
      (SELECT count(*)
         FROM task
        WHERE task.client = api_key.api_key_id
          AND task.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS running
      """;

  private static final String ALL =
      "SELECT %s FROM api_key ORDER BY revoked_at NULLS FIRST, name, api_key_id"
          .formatted(VIEW_COLUMNS);

  private static final String CHANGE =
      """
      UPDATE api_key
         SET name = COALESCE(?, name), role = COALESCE(?, role), weight = COALESCE(?, weight),
             most_running = NULLIF(COALESCE(?, most_running), -1),
             starts_per_minute = NULLIF(COALESCE(?, starts_per_minute), -1)
       WHERE api_key_id = ? AND revoked_at IS NULL
      RETURNING %s
      """
          .formatted(VIEW_COLUMNS);

  private static final String REVOKE =
      "UPDATE api_key SET revoked_at = now() WHERE api_key_id = ? AND revoked_at IS NULL";

  void insert(Transaction tx, ApiKey key, String sha256) {
    tx.update(INSERT, key.apiKeyId(), key.name(), sha256, key.role().wireName());
  }

  boolean isEmpty(Transaction tx) {
    return tx.find(ANY, row -> true).isEmpty();
  }

  Optional<ApiKey> byKey(Transaction tx, String sha256) {
    return tx.find(BY_KEY, JdbcApiKeyRepository::map, sha256);
  }

  Optional<ApiKey> bySession(Transaction tx, String sha256) {
    return tx.find(BY_SESSION, JdbcApiKeyRepository::map, sha256);
  }

  List<KeyView> all(Transaction tx) {
    return tx.query(ALL, JdbcApiKeyRepository::view);
  }

  Optional<KeyView> change(Transaction tx, UUID id, KeyRequest to) {
    return tx.find(
        CHANGE,
        JdbcApiKeyRepository::view,
        to.name(),
        to.role(),
        to.weight(),
        to.mostRunning(),
        to.startsPerMinute(),
        id);
  }

  boolean revoke(Transaction tx, UUID id) {
    return tx.update(REVOKE, id) == 1;
  }

  private static KeyView view(Row row) throws SQLException {
    return new KeyView(
        row.uuid("api_key_id"),
        row.text("name"),
        row.text("role"),
        null,
        row.integer("weight"),
        row.integerOrNull("most_running"),
        row.integerOrNull("starts_per_minute"),
        row.integer("running"),
        row.instant("created_at"),
        row.instantOrNull("revoked_at"));
  }

  void openSession(Transaction tx, String tokenSha256, ApiKey key, Duration validFor) {
    tx.update(DELETE_EXPIRED);
    tx.update(INSERT_SESSION, tokenSha256, key.apiKeyId(), validFor);
  }

  void closeSession(Transaction tx, String tokenSha256) {
    tx.update(DELETE_SESSION, tokenSha256);
  }

  private static ApiKey map(Row row) throws SQLException {
    return new ApiKey(
        row.uuid("api_key_id"),
        row.text("name"),
        Role.valueOf(row.text("role").toUpperCase(Locale.ROOT)));
  }
}
