package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.FacesRequest;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.FacesPlan;
import io.mien.orchestrator.run.RequestedUse;
import io.mien.orchestrator.run.RunStarter;
import io.mien.orchestrator.run.RunStarter.NewRun;
import io.mien.orchestrator.run.RunViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Faces of nobody, from a trained generator. */
@Path("/v1/faces")
public class FacesResource {

  private static final int MOST_FACES = 100_000;

  private final Database database;
  private final NamedCheckpoints checkpoints;
  private final RunStarter starter;
  private final RunViews views;
  private final Uuid7 ids;
  private final UseRules policy;

  public FacesResource(
      Database database,
      NamedCheckpoints checkpoints,
      RunStarter starter,
      RunViews views,
      Uuid7 ids,
      UseRules policy) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.starter = starter;
    this.views = views;
    this.ids = ids;
    this.policy = policy;
  }

  @POST
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "startFaces",
      summary = "Starts a run that draws faces of nobody",
      description = "Its only task hands back where they lie.")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> start(FacesRequest request, @BeanParam Post post) {
    requireCount(Fields.required(request, "body").count());
    RunId fresh = new RunId(ids.next());
    RunView view =
        database.transact(
            tx ->
                views.require(
                    tx,
                    starter.startOnce(
                        tx,
                        post.request("POST /v1/faces", Json.write(request)),
                        fresh,
                        () -> planned(tx, fresh, request))));
    return RunAnswer.created(view);
  }

  private NewRun planned(Transaction tx, RunId runId, FacesRequest request) {
    String name = request.checkpoint() == null ? Alias.CANDIDATE : request.checkpoint();
    CheckpointView generator = checkpoints.require(tx, name, Alias.FACE_GENERATOR);
    RequestedUse.check(policy, generator);
    FacesPlan plan =
        new FacesPlan(
            generator.checkpointId(), generator.location(), request.seed(), request.count());
    String title = "%d faces from seed %d".formatted(request.count(), request.seed());
    return new NewRun(runId, title, plan, null, null);
  }

  private static void requireCount(int count) {
    if (count < 1 || count > MOST_FACES) {
      throw new InvalidInput(
          "bad-count",
          "Draw %d faces: a run draws 1 to %d. Change 'count', or start several runs with other seeds."
              .formatted(count, MOST_FACES));
    }
  }
}
