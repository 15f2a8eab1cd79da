package io.mien.orchestrator.audit;

import io.mien.contracts.rest.AuditView;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Rows of {@code audit}. */
public final class JdbcAuditRepository {

  /** With the name that the key has now: keys may be called otherwise later. */
  private static final String INSERT =
      """
      INSERT INTO audit (audit_id, api_key_id, key_name, action, path, subject, made, status, details)
      SELECT ?, known.api_key_id, known.name, ?, ?, ?, ?, ?, ?
        FROM (SELECT 1) AS call
        LEFT JOIN api_key AS known ON known.api_key_id = ?
      """;

  private static final String PAGE =
      """
      SELECT audit_id, at, api_key_id, key_name, action, path, subject, made, status, details
        FROM audit
       WHERE (CAST(? AS text) IS NULL OR key_name = ? OR CAST(api_key_id AS text) = ?)
         AND (CAST(? AS text) IS NULL OR starts_with(action, ?))
         AND (CAST(? AS text) IS NULL OR subject = ? OR made = ?)
         AND (CAST(? AS uuid) IS NULL OR audit_id < ?)
       ORDER BY audit_id DESC
       LIMIT ?
      """;

  private static final String DELETE_OLD =
      """
      DELETE FROM audit
       WHERE audit_id IN (
         SELECT audit_id
           FROM audit
          WHERE at < now() - make_interval(secs => ?)
          ORDER BY at
          LIMIT ?
            FOR UPDATE SKIP LOCKED)
      """;

  void insert(Transaction tx, UUID id, AuditEntry entry) {
    tx.update(
        INSERT,
        id,
        entry.action(),
        entry.path(),
        entry.subject(),
        entry.made(),
        entry.status(),
        entry.details(),
        entry.keyId());
  }

  /** Newest first; every restriction is optional. */
  public List<AuditView> page(Transaction tx, Filter filter, @Nullable UUID before, int limit) {
    return tx.query(
        PAGE,
        JdbcAuditRepository::map,
        filter.key(),
        filter.key(),
        filter.key(),
        filter.action(),
        filter.action(),
        filter.id(),
        filter.id(),
        filter.id(),
        before,
        before,
        limit);
  }

  int deleteOld(Transaction tx, Duration keep, int limit) {
    return tx.update(DELETE_OLD, keep, limit);
  }

  /**
   * What a list is restricted to.
   *
   * @param key id or name of an API key
   * @param action how it begins: {@code DELETE}, {@code POST /v1/runs}
   * @param id of what was changed or made
   */
  public record Filter(@Nullable String key, @Nullable String action, @Nullable String id) {}

  private static AuditView map(Row row) throws SQLException {
    return new AuditView(
        row.uuid("audit_id"),
        row.instant("at"),
        row.uuidOrNull("api_key_id"),
        row.textOrNull("key_name"),
        row.text("action"),
        row.text("path"),
        row.textOrNull("subject"),
        row.textOrNull("made"),
        row.integer("status"),
        row.textOrNull("details"));
  }
}
