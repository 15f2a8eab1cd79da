package io.mien.orchestrator.audit;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.database.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes calls down. Thread-safe. */
public final class AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

  private final Database database;
  private final JdbcAuditRepository entries;
  private final Uuid7 ids;

  public AuditTrail(Database database, JdbcAuditRepository entries, Uuid7 ids) {
    this.database = database;
    this.entries = entries;
    this.ids = ids;
  }

  /** What was done is done, so that an entry that cannot be written goes to the log instead. */
  public void write(AuditEntry entry) {
    try {
      database.run(tx -> entries.insert(tx, ids.next(), entry));
    } catch (RuntimeException e) {
      LOG.error("Not in the audit, because the database refused it: {}", entry, e);
    }
  }
}
