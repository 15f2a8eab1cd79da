package io.mien.orchestrator.rest;

import io.mien.contracts.rest.AuditView;
import io.mien.contracts.rest.Page;
import io.mien.orchestrator.audit.JdbcAuditRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
@Path("/v1/audit")
@RolesAllowed(Role.ADMIN_NAME)
public class AuditResource {

  private final Database database;
  private final JdbcAuditRepository entries;

  public AuditResource(Database database, JdbcAuditRepository entries) {
    this.database = database;
    this.entries = entries;
  }

  @GET
  @Operation(operationId = "listAudit", summary = "Who changed what, newest first")
  public Page<AuditView> list(
      @RestQuery @Parameter(description = "Id or name of an API key") @Nullable String key,
      @RestQuery @Parameter(description = "How the action begins") @Nullable String action,
      @RestQuery @Parameter(description = "Of what was changed or made") @Nullable String id,
      @BeanParam PageRequest page) {
    JdbcAuditRepository.Filter filter = new JdbcAuditRepository.Filter(key, action, id);
    return page.page(
        database.transact(tx -> entries.page(tx, filter, page.afterId(), page.fetch())),
        AuditView::auditId);
  }
}
