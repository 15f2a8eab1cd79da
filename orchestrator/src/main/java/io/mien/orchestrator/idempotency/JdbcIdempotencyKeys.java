package io.mien.orchestrator.idempotency;

import io.mien.contracts.failure.InvalidInput;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code idempotency_key}: what a request with this key made. */
public final class JdbcIdempotencyKeys {

  /** Waits for a transaction that is just now using the same key. */
  private static final String CLAIM =
      """
      INSERT INTO idempotency_key (client, idempotency_key, fingerprint, resource_id)
      VALUES (?, ?, ?, ?)
      ON CONFLICT (client, idempotency_key) DO NOTHING
      """;

  private static final String FIND =
      """
      SELECT fingerprint, resource_id
        FROM idempotency_key
       WHERE client = ? AND idempotency_key = ?
      """;

  /**
   * Claims the key for a resource that this transaction makes.
   *
   * @return what an earlier request with the same key and content made, which is then the answer;
   *     empty when the resource is to be made
   * @throws InvalidInput {@code idempotency-key-reused} when the earlier request had other content
   */
  public Optional<UUID> earlier(Transaction tx, Request request, UUID resourceId) {
    if (request.key() == null
        || tx.update(CLAIM, request.client(), request.key(), request.fingerprint(), resourceId)
            == 1) {
      return Optional.empty();
    }
    return made(tx, request);
  }

  /**
   * What an earlier request with the same key and content made; claims nothing.
   *
   * @throws InvalidInput {@code idempotency-key-reused} when the earlier request had other content
   */
  public Optional<UUID> made(Transaction tx, Request request) {
    if (request.key() == null) {
      return Optional.empty();
    }
    List<Claim> claims = tx.query(FIND, JdbcIdempotencyKeys::map, request.client(), request.key());
    if (claims.isEmpty()) {
      return Optional.empty();
    }
    Claim claim = claims.get(0);
    if (!claim.fingerprint().equals(request.fingerprint())) {
      throw new InvalidInput(
          "idempotency-key-reused",
          "Idempotency-Key '"
              + request.key()
              + "' was used for another request; use a new key for new content.");
    }
    return Optional.of(claim.resourceId());
  }

  private static Claim map(Row row) throws SQLException {
    return new Claim(row.text("fingerprint"), row.uuid("resource_id"));
  }

  private record Claim(String fingerprint, UUID resourceId) {}

  /**
   * A request that may come twice.
   *
   * @param client who sends it; keys of different clients are different
   * @param key as sent, null when the client sent none
   * @param fingerprint digest of operation and content
   */
  public record Request(String client, @Nullable String key, String fingerprint) {}
}
