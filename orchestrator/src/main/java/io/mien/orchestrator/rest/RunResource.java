package io.mien.orchestrator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.mien.contracts.RunState;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RepeatableRequest;
import io.mien.contracts.rest.RunRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepsRequest;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.AskedRuns;
import io.mien.orchestrator.run.JdbcRunRepository;
import io.mien.orchestrator.run.RequestChanges;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.RunRetrier;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Runs. */
@Path("/v1/runs")
@RolesAllowed(Role.VIEWER_NAME)
public class RunResource {

  private final Database database;
  private final JdbcRunRepository runs;
  private final JdbcIdempotencyKeys idempotency;
  private final RunViews views;
  private final AskedRuns asked;
  private final RunStarter starter;
  private final RunCanceller canceller;
  private final RunRetrier retrier;
  private final Uuid7 ids;

  public RunResource(Database database, Repositories repositories, Actions actions, Uuid7 ids) {
    this.database = database;
    this.runs = repositories.runs();
    this.idempotency = repositories.idempotency();
    this.views = repositories.views();
    this.asked = actions.asked();
    this.starter = actions.starter();
    this.canceller = actions.canceller();
    this.retrier = actions.retrier();
    this.ids = ids;
  }

  /** What this resource reads. */
  public record Repositories(
      JdbcRunRepository runs, JdbcIdempotencyKeys idempotency, RunViews views) {}

  /** What this resource does. */
  public record Actions(
      AskedRuns asked, RunStarter starter, RunCanceller canceller, RunRetrier retrier) {}

  @POST
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "startRun",
      summary =
          "Starts what the preset is for over a dataset: a pipeline, or the training of a face generator")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> start(RunRequest request, @BeanParam Post post) {
    Fields.required(Fields.required(request, "body").datasetId(), "datasetId");
    return started(request, post.request("POST /v1/runs", Json.write(request)), post);
  }

  @POST
  @Path("/steps")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "startSteps",
      summary = "Starts a run of steps that the client names itself")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> startSteps(StepsRequest request, @BeanParam Post post) {
    Fields.required(request, "body");
    return started(request, post.request("POST /v1/runs/steps", Json.write(request)), post);
  }

  @POST
  @Path("/{id}/rerun")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "rerunRun",
      summary =
          "Asks for a run again, with changes: a merge patch of the body that it was asked for with")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> rerun(
      @RestPath RunId id, @Nullable JsonNode changes, @BeanParam Post post) {
    RepeatableRequest before =
        database
            .transact(tx -> runs.find(tx, id))
            .map(run -> Optional.ofNullable(run.request()))
            .orElseThrow(() -> RestProblem.notFound("run", id))
            .orElseThrow(
                () ->
                    new InvalidInput(
                        "run-not-repeatable",
                        "Run %s was not started by POST /v1/runs or /v1/runs/steps, or by an earlier version; start a new one."
                            .formatted(id)));
    JsonNode changed = changes == null ? JsonNodeFactory.instance.objectNode() : changes;
    return started(
        RequestChanges.apply(before, changed),
        post.request("POST /v1/runs/" + id + "/rerun", changed.toString()),
        post);
  }

  private RestResponse<RunView> started(
      RepeatableRequest request, JdbcIdempotencyKeys.Request once, Post post) {
    Urgency.check(request.priority(), post.client());
    RunView view =
        database
            .transact(tx -> starter.started(tx, once).map(run -> views.require(tx, run)))
            .orElseGet(() -> startNow(request, once));
    return RunAnswer.created(view);
  }

  private RunView startNow(RepeatableRequest request, JdbcIdempotencyKeys.Request once) {
    if (request instanceof RunRequest run) {
      Fields.required(run.preset(), "preset");
    }
    RunId fresh = new RunId(ids.next());
    AskedRuns.Prepared prepared = asked.prepare(request);
    return database.transact(
        tx ->
            views.require(tx, starter.startOnce(tx, once, fresh, () -> prepared.plan(tx, fresh))));
  }

  @GET
  @Operation(operationId = "listRuns", summary = "Runs, newest first")
  public Page<RunView> list(@RestQuery @Nullable RunState state, @BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> views.of(tx, runs.page(tx, state, page.afterId(), page.fetch()))),
        RunView::runId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getRun", summary = "A run with its steps")
  public RunView get(@RestPath RunId id) {
    return database.transact(tx -> require(tx, id));
  }

  @POST
  @Path("/{id}/cancel")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "cancelRun",
      summary = "Asks for the run to end; workers confirm within a heartbeat")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> cancel(@RestPath RunId id, @BeanParam Post post) {
    RunView view =
        database.transact(
            tx -> {
              RunState state = require(tx, id).state();
              if (idempotency.earlier(tx, cancellation(id, post), id.value()).isEmpty()) {
                refuseEnded(id, state);
                canceller.cancel(tx, id);
              }
              return require(tx, id);
            });
    return RestResponse.status(RestResponse.Status.ACCEPTED, view);
  }

  @POST
  @Path("/{id}/retry")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "retryRun",
      summary = "Goes on with a run that failed or was cancelled; what had succeeded stays")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> retry(@RestPath RunId id, @BeanParam Post post) {
    JdbcIdempotencyKeys.Request request = post.request("POST /v1/runs/" + id + "/retry", "");
    RunView view =
        database.transact(
            tx -> {
              require(tx, id);
              if (idempotency.earlier(tx, request, id.value()).isEmpty()) {
                retrier.retry(tx, id);
              }
              return require(tx, id);
            });
    return RestResponse.status(RestResponse.Status.ACCEPTED, view);
  }

  private static JdbcIdempotencyKeys.Request cancellation(RunId id, Post post) {
    return post.request("POST /v1/runs/" + id + "/cancel", "");
  }

  private static void refuseEnded(RunId id, RunState state) {
    if (state == RunState.SUCCEEDED || state == RunState.FAILED) {
      throw new RestProblem(
          409, "run-ended", "Run " + id + " is " + state + "; it cannot be cancelled.");
    }
  }

  private RunView require(Transaction tx, RunId id) {
    return views.find(tx, id).orElseThrow(() -> RestProblem.notFound("run", id));
  }
}
