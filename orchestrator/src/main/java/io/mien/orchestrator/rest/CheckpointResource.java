package io.mien.orchestrator.rest;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.CheckpointView;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.ExportRequest;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.result.DatasetPrepared;
import io.mien.contracts.task.CheckpointFormat;
import io.mien.orchestrator.checkpoint.ForeignCheckpoint;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.key.Secrets;
import io.mien.orchestrator.run.InterchangeStarter;
import io.mien.orchestrator.run.RunViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Checkpoints. */
@Path("/v1/checkpoints")
@RolesAllowed(Role.VIEWER_NAME)
public class CheckpointResource {

  private static final Logger LOG = LoggerFactory.getLogger(CheckpointResource.class);

  private final Database database;
  private final JdbcCheckpointRepository checkpoints;
  private final JdbcDatasetRepository datasets;
  private final InterchangeStarter interchange;
  private final RunViews runs;

  public CheckpointResource(
      Database database,
      JdbcCheckpointRepository checkpoints,
      JdbcDatasetRepository datasets,
      InterchangeStarter interchange,
      RunViews runs) {
    this.database = database;
    this.checkpoints = checkpoints;
    this.datasets = datasets;
    this.interchange = interchange;
    this.runs = runs;
  }

  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "importCheckpoint",
      summary = "Starts the run that makes a checkpoint of a file of weights")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> importFile(@BeanParam CheckpointForm form, @BeanParam Post post) {
    FileUpload file = form.requiredFile();
    ForeignCheckpoint described = form.described(recipe(form.dataset()));
    String content = Secrets.hash(file.uploadedFile()) + "\n" + Json.write(described);
    JdbcIdempotencyKeys.Request request = post.request("POST /v1/checkpoints", content);
    return accepted(interchange.startImport(file.uploadedFile(), described, request));
  }

  @GET
  @Operation(operationId = "listCheckpoints", summary = "Checkpoints, newest first")
  public Page<CheckpointView> list(
      @RestQuery @Nullable String network,
      @RestQuery @Nullable RunId runId,
      @BeanParam PageRequest page) {
    JdbcCheckpointRepository.Filter filter = new JdbcCheckpointRepository.Filter(network, runId);
    return page.page(
        database.transact(tx -> checkpoints.page(tx, filter, page.afterId(), page.fetch())),
        CheckpointView::checkpointId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getCheckpoint", summary = "A checkpoint")
  public CheckpointView get(@RestPath CheckpointId id) {
    return database.transact(tx -> require(tx, id));
  }

  @POST
  @Path("/{id}/exports")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "exportCheckpoint",
      summary =
          "Starts the run that writes a generator or classifier as a file that other programs read")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<RunView> exportFile(
      @RestPath CheckpointId id, ExportRequest request, @BeanParam Post post) {
    CheckpointFormat format = Fields.required(Fields.required(request, "body").format(), "format");
    String operation = "POST /v1/checkpoints/" + id + "/exports";
    return accepted(
        interchange.startExport(get(id), format, post.request(operation, format.wireName())));
  }

  @PUT
  @Path("/{id}/aliases/{alias}")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "aliasCheckpoint",
      summary = "Lets an alias name this checkpoint instead of another of its network")
  public CheckpointView alias(
      @RestPath CheckpointId id, @RestPath String alias, @Context SecurityContext client) {
    if (!alias.matches("[a-z][a-z0-9-]{0,39}")) {
      throw new RestProblem(
          400,
          "bad-alias",
          "'" + alias + "' is not an alias; use lower-case letters, digits and hyphens.");
    }
    CheckpointView view =
        database.transact(
            tx -> {
              require(tx, id);
              checkpoints.moveAlias(tx, alias, id);
              return require(tx, id);
            });
    LOG.info(
        "Alias {} names checkpoint {} now, by key {}",
        alias,
        id,
        client.getUserPrincipal().getName());
    return view;
  }

  private RestResponse<RunView> accepted(RunId runId) {
    return RunAnswer.accepted(database.transact(tx -> runs.require(tx, runId)));
  }

  /** How the photos of a dataset were prepared when it was ingested last. */
  private Optional<CropRecipe> recipe(@Nullable String dataset) {
    if (dataset == null || dataset.isBlank()) {
      return Optional.empty();
    }
    DatasetPrepared prepared = dataset(dataset).prepared();
    if (prepared == null) {
      throw new InvalidInput(
          "dataset-not-ingested",
          "Dataset "
              + dataset
              + " has not been ingested, so it tells no crop recipe; run it first.");
    }
    return Optional.of(prepared.summary().recipe());
  }

  private DatasetView dataset(String id) {
    try {
      DatasetId datasetId = DatasetId.fromString(id.strip());
      return database
          .transact(tx -> datasets.find(tx, datasetId))
          .orElseThrow(() -> unknownDataset(id));
    } catch (IllegalArgumentException notAnId) {
      throw unknownDataset(id);
    }
  }

  private static InvalidInput unknownDataset(String id) {
    return new InvalidInput(
        "dataset-not-found", "There is no dataset with id " + id + "; see GET /v1/datasets.");
  }

  private CheckpointView require(Transaction tx, CheckpointId id) {
    return checkpoints.find(tx, id).orElseThrow(() -> RestProblem.notFound("checkpoint", id));
  }
}
