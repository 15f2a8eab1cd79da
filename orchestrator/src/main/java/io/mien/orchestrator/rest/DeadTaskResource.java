package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.DeadTasks;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.dead.JdbcDeadTasks;
import io.mien.orchestrator.dead.Redriver;
import io.mien.orchestrator.key.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Dead tasks by cause. Driving again what is not dead any more is refused run by run. */
@Path("/v1/dead-tasks")
@RolesAllowed(Role.VIEWER_NAME)
public class DeadTaskResource {

  private static final int MOST_CAUSES = 200;

  private final Database database;
  private final JdbcDeadTasks dead;
  private final Redriver redriver;

  public DeadTaskResource(Database database, JdbcDeadTasks dead, Redriver redriver) {
    this.database = database;
    this.dead = dead;
    this.redriver = redriver;
  }

  @GET
  @Operation(operationId = "listDeadTasks", summary = "Dead tasks by cause")
  public List<DeadTasks> byCause() {
    return database.transact(tx -> dead.groups(tx, MOST_CAUSES));
  }

  @POST
  @Path("/redrive")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "redriveDeadTasks",
      summary = "Drives dead tasks again",
      description =
          "What had succeeded in their runs stays; everything else is tried again with fresh budgets.")
  public DeadTasks.Redriven redrive(DeadTasks.Redrive selection) {
    Fields.required(selection, "body");
    if ((selection.fingerprint() == null) == (selection.runs() == null)) {
      throw new InvalidInput(
          "bad-selection", "Say what to drive again: either 'fingerprint' or 'runs'.");
    }
    return selection.runs() == null
        ? redriver.ofCause(Fields.required(selection.fingerprint(), "fingerprint"))
        : redriver.runs(selection.runs());
  }
}
