package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.PriorityRequest;
import io.mien.contracts.rest.RunForecast;
import io.mien.contracts.rest.RunView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.RunPauser;
import io.mien.orchestrator.run.RunPrioritiser;
import io.mien.orchestrator.run.RunViews;
import io.mien.orchestrator.waiting.Forecasts;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.function.Consumer;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** What an operator does with a run that has begun. Doing any of it twice is as doing it once. */
@Path("/v1/runs/{id}")
@RolesAllowed(Role.SUBMITTER_NAME)
public class RunControlResource {

  private final Database database;
  private final RunViews views;
  private final RunPauser pauser;
  private final RunPrioritiser prioritiser;
  private final Forecasts forecasts;

  public RunControlResource(
      Database database,
      RunViews views,
      RunPauser pauser,
      RunPrioritiser prioritiser,
      Forecasts forecasts) {
    this.database = database;
    this.views = views;
    this.pauser = pauser;
    this.prioritiser = prioritiser;
    this.forecasts = forecasts;
  }

  @POST
  @Path("/pause")
  @Operation(
      operationId = "pauseRun",
      summary = "Pauses a run",
      description =
          "Nothing more of it is offered; its trainings leave a state and stop within a heartbeat.")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> pause(@RestPath RunId id) {
    return changed(id, tx -> pauser.pause(tx, id));
  }

  @POST
  @Path("/resume")
  @Operation(operationId = "resumeRun", summary = "Goes on with a run that was paused")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> resume(@RestPath RunId id) {
    return changed(id, tx -> pauser.resume(tx, id));
  }

  @POST
  @Path("/priority")
  @Operation(operationId = "prioritiseRun", summary = "Makes a run more or less urgent")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> prioritise(
      @RestPath RunId id, PriorityRequest request, @Context SecurityContext client) {
    int priority = Fields.required(request, "body").priority();
    Urgency.check(priority, client);
    return changed(id, tx -> prioritiser.prioritise(tx, id, priority));
  }

  @GET
  @Path("/forecast")
  @RolesAllowed(Role.VIEWER_NAME)
  @Operation(
      operationId = "forecastRun",
      summary = "How long the run will probably take from now on")
  public RunForecast forecast(@RestPath RunId id) {
    return database.transact(tx -> forecasts.of(tx, require(tx, id)));
  }

  private RestResponse<RunView> changed(RunId id, Consumer<Transaction> change) {
    RunView view =
        database.transact(
            tx -> {
              require(tx, id);
              change.accept(tx);
              return require(tx, id);
            });
    return RestResponse.status(RestResponse.Status.ACCEPTED, view);
  }

  private RunView require(Transaction tx, RunId id) {
    return views.find(tx, id).orElseThrow(() -> RestProblem.notFound("run", id));
  }
}
