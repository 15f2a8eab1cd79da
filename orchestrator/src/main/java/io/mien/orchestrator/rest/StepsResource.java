package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunViews;
import io.mien.orchestrator.run.StepsRuns;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Runs of steps that the client names itself. */
@Path("/v1/runs/steps")
@RolesAllowed(Role.SUBMITTER_NAME)
public class StepsResource {

  private final Database database;
  private final StepsRuns steps;
  private final RunStarter starter;
  private final RunViews views;
  private final Uuid7 ids;

  public StepsResource(
      Database database, StepsRuns steps, RunStarter starter, RunViews views, Uuid7 ids) {
    this.database = database;
    this.steps = steps;
    this.starter = starter;
    this.views = views;
    this.ids = ids;
  }

  @POST
  @Operation(
      operationId = "startSteps",
      summary = "Starts a run of steps that the client names itself")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> start(StepsRequest request, @BeanParam Post post) {
    Urgency.check(Fields.required(request, "body").priority(), post.client());
    JdbcIdempotencyKeys.Request once = post.request("POST /v1/runs/steps", Json.write(request));
    RunId fresh = new RunId(ids.next());
    RunView view =
        database.transact(
            tx ->
                views.require(
                    tx, starter.startOnce(tx, once, fresh, () -> steps.plan(tx, fresh, request))));
    return RunAnswer.created(view);
  }
}
