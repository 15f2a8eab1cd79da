package io.mien.orchestrator.rest;

import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.Reason;
import io.mien.contracts.rest.WorkerView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.worker.JdbcWorkerRepository;
import io.mien.orchestrator.worker.WorkerDrain;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Workers, the living first. */
@Path("/v1/workers")
@RolesAllowed(Role.VIEWER_NAME)
public class WorkerResource {

  private final Database database;
  private final JdbcWorkerRepository workers;
  private final WorkerDrain drain;

  public WorkerResource(Database database, JdbcWorkerRepository workers, WorkerDrain drain) {
    this.database = database;
    this.workers = workers;
    this.drain = drain;
  }

  @GET
  @Operation(operationId = "listWorkers", summary = "Workers, the living first")
  public Page<WorkerView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> workers.page(tx, page.after(), page.fetch())),
        JdbcWorkerRepository::place);
  }

  @POST
  @Path("/{id: .+}/drain")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "drainWorker",
      summary = "Keeps offers from a worker; what it runs goes on to its end",
      description = "Its id has slashes, which need no escape.")
  public WorkerView drain(@RestPath String id, @Nullable Reason reason) {
    String why = GivenReason.or("drained by an operator", reason);
    return found(id, database.transact(tx -> drain.drain(tx, new WorkerId(id), why)));
  }

  @POST
  @Path("/{id: .+}/resume")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(operationId = "resumeWorker", summary = "Lets a worker be offered tasks again")
  public WorkerView resume(@RestPath String id) {
    return found(id, database.transact(tx -> drain.resume(tx, new WorkerId(id))));
  }

  private static WorkerView found(String id, Optional<WorkerView> worker) {
    return worker.orElseThrow(() -> RestProblem.notFound("worker", id));
  }
}
