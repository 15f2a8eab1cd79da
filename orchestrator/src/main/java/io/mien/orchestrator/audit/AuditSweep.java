package io.mien.orchestrator.audit;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;

/** Deletes entries that nobody has to account for any more. */
public final class AuditSweep implements Step {

  private static final int BATCH = 1000;

  private final Database database;
  private final JdbcAuditRepository entries;
  private final Duration keep;

  public AuditSweep(Database database, JdbcAuditRepository entries, Duration keep) {
    this.database = database;
    this.entries = entries;
    this.keep = keep;
  }

  @Override
  public Progress step() {
    int deleted = database.transact(tx -> entries.deleteOld(tx, keep, BATCH));
    return deleted == BATCH ? Progress.MORE : Progress.DONE;
  }
}
