package io.mien.orchestrator.rest;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.dataset.Layouts;
import io.mien.contracts.id.DatasetId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.DatasetRequest;
import io.mien.contracts.rest.DatasetView;
import io.mien.contracts.rest.ErasureRequest;
import io.mien.contracts.rest.ErasureView;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.terms.UsageTerms;
import io.mien.orchestrator.checkpoint.JdbcCheckpointRepository;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dataset.Erasure;
import io.mien.orchestrator.dataset.JdbcDatasetRepository;
import io.mien.orchestrator.dataset.NewDataset;
import io.mien.orchestrator.dataset.SourceCheck;
import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.run.ErasureStarter;
import io.mien.orchestrator.run.RunViews;
import io.mien.orchestrator.upload.JdbcUploadRepository;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Datasets. */
@Path("/v1/datasets")
@RolesAllowed(Role.VIEWER_NAME)
public class DatasetResource {

  private static final Logger LOG = LoggerFactory.getLogger(DatasetResource.class);

  private final Database database;
  private final SourceCheck sources;
  private final JdbcDatasetRepository datasets;
  private final JdbcCheckpointRepository checkpoints;
  private final JdbcIdempotencyKeys idempotency;
  private final RunViews runs;
  private final JdbcUploadRepository uploads;
  private final ErasureStarter erasures;
  private final Uuid7 ids;

  public DatasetResource(
      Database database,
      Repositories repositories,
      SourceCheck sources,
      ErasureStarter erasures,
      Uuid7 ids) {
    this.sources = sources;
    this.database = database;
    this.datasets = repositories.datasets();
    this.checkpoints = repositories.checkpoints();
    this.idempotency = repositories.idempotency();
    this.runs = repositories.runs();
    this.uploads = repositories.uploads();
    this.erasures = erasures;
    this.ids = ids;
  }

  /** What this resource reads. */
  public record Repositories(
      JdbcDatasetRepository datasets,
      JdbcCheckpointRepository checkpoints,
      JdbcIdempotencyKeys idempotency,
      RunViews runs,
      JdbcUploadRepository uploads) {}

  @POST
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "registerDataset",
      summary = "Registers a folder or an archive; nothing is read from it yet")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<DatasetView> register(DatasetRequest request, @BeanParam Post post) {
    String name = Fields.required(Fields.required(request, "body").name(), "name");
    URI source = Fields.required(request.source(), "source");
    String layout = Optional.ofNullable(request.layout()).orElse("auto");
    LayoutOptions options = Optional.ofNullable(request.options()).orElse(LayoutOptions.DEFAULTS);
    Layouts.check(layout, options);
    sources.check(source);
    UsageTerms terms = Optional.ofNullable(request.terms()).orElse(UsageTerms.UNKNOWN);
    NewDataset dataset = new NewDataset(name, source, layout, options, terms);
    DatasetId fresh = new DatasetId(ids.next());
    DatasetView view =
        database.transact(
            tx -> {
              Optional<UUID> earlier =
                  idempotency.earlier(
                      tx, post.request("POST /v1/datasets", Json.write(request)), fresh.value());
              if (earlier.isEmpty()) {
                uploads.hold(tx, source);
                datasets.insert(tx, fresh, dataset);
              }
              return require(tx, earlier.map(DatasetId::new).orElse(fresh));
            });
    return RestResponse.ResponseBuilder.<DatasetView>create(Response.Status.CREATED.getStatusCode())
        .location(URI.create("/v1/datasets/" + view.datasetId()))
        .entity(view)
        .build();
  }

  @GET
  @Operation(operationId = "listDatasets", summary = "Datasets, newest first")
  public Page<DatasetView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> datasets.page(tx, page.afterId(), page.fetch())),
        DatasetView::datasetId);
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "getDataset", summary = "A dataset")
  public DatasetView get(@RestPath DatasetId id) {
    return database.transact(tx -> require(tx, id));
  }

  @PUT
  @Path("/{id}/terms")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "stateDatasetTerms",
      summary = "States the terms of a dataset anew, all of them",
      description =
          "Later runs follow them; what has been made of the dataset keeps the terms it was made on.")
  public DatasetView terms(
      @RestPath DatasetId id, UsageTerms terms, @Context SecurityContext client) {
    UsageTerms stated = Fields.required(terms, "body");
    DatasetView view =
        database.transact(
            tx -> {
              require(tx, id);
              datasets.stateTerms(tx, id, stated);
              return require(tx, id);
            });
    LOG.info(
        "Dataset {} is under the terms {} now, by key {}",
        id,
        stated,
        client.getUserPrincipal().getName());
    return view;
  }

  @POST
  @Path("/{id}/erasures")
  @RolesAllowed(Role.OPERATOR_NAME)
  @Operation(
      operationId = "eraseFromDataset",
      summary = "Takes a person out of all versions of a dataset, and keeps them out")
  @APIResponse(responseCode = "201", description = "Created")
  public RestResponse<RunView> erase(
      @RestPath DatasetId id, ErasureRequest request, @BeanParam Post post) {
    String subject = Fields.required(Fields.required(request, "body").subject(), "subject");
    RunView view =
        database.transact(
            tx ->
                runs.require(
                    tx,
                    erasures.start(
                        tx,
                        require(tx, id),
                        subject,
                        post.request(
                            "POST /v1/datasets/" + id + "/erasures", Json.write(request)))));
    return RunAnswer.created(view);
  }

  @GET
  @Path("/{id}/erasures")
  @Operation(
      operationId = "listErasures",
      summary = "Who was taken out, and which checkpoints had learnt from them")
  public List<ErasureView> erasures(@RestPath DatasetId id) {
    return database.transact(
        tx -> {
          require(tx, id);
          return datasets.erasures(tx, id).stream().map(each -> view(tx, id, each)).toList();
        });
  }

  private ErasureView view(Transaction tx, DatasetId id, Erasure erasure) {
    return new ErasureView(
        erasure.subject(),
        erasure.runId(),
        erasure.at(),
        erasure.crops(),
        checkpoints.trainedOn(tx, id, erasure.at()));
  }

  private DatasetView require(Transaction tx, DatasetId id) {
    return datasets.find(tx, id).orElseThrow(() -> RestProblem.notFound("dataset", id));
  }
}
