package io.mien.orchestrator;

import io.mien.contracts.id.Uuid7;
import io.mien.orchestrator.audit.AuditSweep;
import io.mien.orchestrator.audit.AuditTrail;
import io.mien.orchestrator.audit.JdbcAuditRepository;
import io.mien.orchestrator.database.Database;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The wiring of what is written down about callers. */
@Dependent
public class AuditBeans {

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
  OrchestratorLoops.Apart sweepingAudit(
      Database database, JdbcAuditRepository entries, OrchestratorConfig config) {
    OrchestratorConfig.Audit ours = config.audit();
    return new OrchestratorLoops.Apart(
        "audit-sweep", ours.sweepEvery(), new AuditSweep(database, entries, ours.keep()));
  }
}
