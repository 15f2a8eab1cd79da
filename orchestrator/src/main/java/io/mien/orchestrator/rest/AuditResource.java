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

  /**
   * Newest first.
   *
   * @param key id or name of an API key
   * @param action how it begins
   * @param id of what was changed or made
   */
  @GET
  public Page<AuditView> list(
      @RestQuery @Nullable String key,
      @RestQuery @Nullable String action,
      @RestQuery @Nullable String id,
      @BeanParam PageRequest page) {
    JdbcAuditRepository.Filter filter = new JdbcAuditRepository.Filter(key, action, id);
    return page.page(
        database.transact(tx -> entries.page(tx, filter, page.afterId(), page.fetch())),
        AuditView::auditId);
  }
}
