package io.mien.orchestrator.key;

import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

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
