package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.OrchestratorLoops.Timed;
import io.mien.orchestrator.audit.AuditSweep;
import io.mien.orchestrator.audit.AuditTrail;
import io.mien.orchestrator.audit.JdbcAuditRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Signal;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The wiring of what is written down about callers. */
@Dependent
public class AuditBeans {

  /** What runs by itself. */
  public record Loops(Timed sweep) {}

  @Produces
  @Singleton
  JdbcAuditRepository auditRepository() {
    return new JdbcAuditRepository();
  }

  @Produces
  @Singleton
  AuditTrail auditTrail(Database database, JdbcAuditRepository entries, Uuid7 ids) {
    return new AuditTrail(database, entries, ids);
  }

  @Produces
  @Singleton
  Loops auditLoops(Database database, JdbcAuditRepository entries, OrchestratorConfig config) {
    OrchestratorConfig.Audit ours = config.audit();
    return new Loops(
        new Timed(
            "audit-sweep",
            ours.sweepEvery(),
            new Signal(),
            new AuditSweep(database, entries, ours.keep())));
  }
}
