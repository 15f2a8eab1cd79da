package io.mien.orchestrator.rest;

import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.WorkerView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Workers, the living first. */
@Path("/v1/workers")
@RolesAllowed(Role.VIEWER_NAME)
public class WorkerResource {

  private final Database database;
  private final JdbcWorkerRepository workers;

  public WorkerResource(Database database, JdbcWorkerRepository workers) {
    this.database = database;
    this.workers = workers;
  }

  @GET
  public Page<WorkerView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> workers.page(tx, page.after(), page.fetch())),
        JdbcWorkerRepository::place);
  }
}
