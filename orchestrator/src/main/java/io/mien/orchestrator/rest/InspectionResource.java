package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.InspectionRequest;
import io.mien.contracts.rest.RunView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.InspectionStarter;
import io.mien.orchestrator.run.RunViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Looks at datasets before they are ingested. */
@Path("/v1/datasets/inspections")
public class InspectionResource {

  private final Database database;
  private final InspectionStarter starter;
  private final RunViews views;

  public InspectionResource(Database database, InspectionStarter starter, RunViews views) {
    this.database = database;
    this.starter = starter;
    this.views = views;
  }

  @POST
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "startInspection",
      summary = "Starts a run whose only task hands back what an ingest would make of a dataset")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> start(InspectionRequest request, @BeanParam Post post) {
    Fields.required(request, "body");
    RunId run =
        starter.start(request, post.request("POST /v1/datasets/inspections", Json.write(request)));
    return RunAnswer.accepted(database.transact(tx -> views.require(tx, run)));
  }
}
