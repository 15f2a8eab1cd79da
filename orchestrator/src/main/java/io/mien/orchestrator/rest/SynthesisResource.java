package io.mien.orchestrator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.contracts.id.RunId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.Page;
import io.mien.contracts.rest.SynthesisItemView;
import io.mien.contracts.rest.SynthesisRequest;
import io.mien.contracts.rest.SynthesisView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.object.ObjectUrl;
import io.mien.orchestrator.run.AskedSynthesis;
import io.mien.orchestrator.run.RunCanceller;
import io.mien.orchestrator.run.SynthesisStarter;
import io.mien.orchestrator.synthesis.ItemSearch;
import io.mien.orchestrator.synthesis.Syntheses;
import io.mien.orchestrator.synthesis.SynthesisArchive;
import io.mien.orchestrator.synthesis.SynthesisLines;
import io.mien.store.ObjectLinks;
import io.mien.store.Sha256;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Many photos in, their expressions out. */
@Path("/v1/syntheses")
@RolesAllowed(Role.VIEWER_NAME)
public class SynthesisResource {

  private static final String LINES = "application/x-ndjson";
  private static final Duration LINK_LASTS = Duration.ofHours(24);

  private static final String LINKS =
      "server, the default, or presigned: addresses in the object store that anybody may read for a day";

  private static final String SUMMARY = "Starts a synthesis of many photos";
  private static final String DESCRIPTION =
      "The items are in the request, lines of the form's file, or all pictures of the source.";

  private final Database database;
  private final SynthesisStarter starter;
  private final RunCanceller canceller;
  private final Reading reading;
  private final ObjectMapper json;

  public SynthesisResource(
      Database database,
      SynthesisStarter starter,
      RunCanceller canceller,
      Reading reading,
      ObjectMapper json) {
    this.database = database;
    this.starter = starter;
    this.canceller = canceller;
    this.reading = reading;
    this.json = json;
  }

  /** What this resource reads. */
  public record Reading(
      Syntheses syntheses,
      SynthesisLines lines,
      SynthesisArchive archive,
      ItemSearch items,
      ObjectLinks links) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(operationId = "startSynthesis", summary = SUMMARY, description = DESCRIPTION)
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<SynthesisView> start(
      @RequestBodySchema(SynthesisRequest.class) JsonNode request, @BeanParam Post post) {
    AskedSynthesis asked = asked(Fields.required(request, "body"));
    return started(asked, null, asked.content(), post);
  }

  private static AskedSynthesis asked(JsonNode request) {
    try {
      return AskedSynthesis.of(request);
    } catch (JsonProcessingException e) {
      throw new RestProblem(
          400, "bad-request", "The body has another shape: " + e.getOriginalMessage());
    }
  }

  /** Starts a synthesis whose items come as a file of JSON lines. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(operationId = "startSynthesis", summary = SUMMARY, description = DESCRIPTION)
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<SynthesisView> startWithFile(
      @BeanParam SynthesisForm form, @BeanParam Post post) {
    java.nio.file.Path items = form.requiredItems().uploadedFile();
    AskedSynthesis asked = form.asked(json);
    return started(asked, items, asked.content() + "\n" + Sha256.of(items), post);
  }

  @GET
  @Operation(operationId = "listSyntheses", summary = "Syntheses, newest first")
  public Page<SynthesisView> list(@BeanParam PageRequest page) {
    return page.page(
        database.transact(tx -> reading.syntheses().page(tx, page.afterId(), page.fetch())),
        SynthesisView::runId);
  }

  @GET
  @Path("/{runId}")
  @Operation(operationId = "getSynthesis", summary = "A synthesis, with how many items are done")
  public SynthesisView get(@RestPath RunId runId) {
    return database.transact(tx -> require(tx, runId));
  }

  @POST
  @Path("/{runId}/cancel")
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(
      operationId = "cancelSynthesis",
      summary = "What is not done yet is given up; what is done stays")
  @APIResponse(responseCode = "202", description = "Accepted")
  public RestResponse<SynthesisView> cancel(@RestPath RunId runId) {
    SynthesisView view =
        database.transact(
            tx -> {
              require(tx, runId);
              canceller.cancel(tx, runId);
              return require(tx, runId);
            });
    return accepted(view);
  }

  @GET
  @Path("/{runId}/results")
  @Produces(LINES)
  @Operation(
      operationId = "getSynthesisResults",
      summary = "The items that are done by now, a line each")
  public StreamingOutput results(
      @RestPath RunId runId,
      @QueryParam("links") @Parameter(description = LINKS) @Nullable String links) {
    get(runId);
    Function<ObjectRef, String> address = address(links);
    return out -> reading.lines().results(runId, address, out);
  }

  @GET
  @Path("/{runId}/errors")
  @Produces(LINES)
  @Operation(
      operationId = "getSynthesisErrors",
      summary = "The items that have failed by now, a line each")
  public StreamingOutput errors(@RestPath RunId runId) {
    SynthesisView synthesis = get(runId);
    return out -> reading.lines().errors(synthesis, out);
  }

  @GET
  @Path("/{runId}/items/{customId:.+}")
  @Operation(operationId = "getSynthesisItem", summary = "What became of one item by now")
  public SynthesisItemView item(
      @RestPath RunId runId,
      @RestPath String customId,
      @QueryParam("links") @Parameter(description = LINKS) @Nullable String links) {
    SynthesisView synthesis = get(runId);
    Function<ObjectRef, String> address = address(links);
    return reading
        .items()
        .find(synthesis, customId, address)
        .orElseThrow(() -> unknownItem(synthesis, customId));
  }

  private static RestProblem unknownItem(SynthesisView synthesis, String customId) {
    return synthesis.items().total() == null
        ? new RestProblem(
            404,
            "item-not-listed",
            "Look for item '%s' of synthesis %s: its lines have not been read, and it is %s. Ask again when it has counted its items."
                .formatted(customId, synthesis.runId(), synthesis.state()))
        : new RestProblem(
            404,
            "item-not-found",
            "Look for item '%s' of synthesis %s: none of its %d lines has this custom_id. Check the id."
                .formatted(customId, synthesis.runId(), synthesis.items().total()));
  }

  @GET
  @Path("/{runId}/archive")
  @Produces("application/zip")
  @Operation(
      operationId = "getSynthesisArchive",
      summary = "Images, results and errors as they are now")
  public Response archive(@RestPath RunId runId) {
    SynthesisView synthesis = get(runId);
    StreamingOutput zip = out -> reading.archive().write(synthesis, out);
    return Response.ok(zip, "application/zip")
        .header("Content-Disposition", "attachment; filename=\"synthesis-" + runId + ".zip\"")
        .build();
  }

  private RestResponse<SynthesisView> started(
      AskedSynthesis asked, java.nio.file.@Nullable Path items, String content, Post post) {
    Urgency.check(asked.request().priority(), post.client());
    RunId runId = starter.start(asked, items, post.request("POST /v1/syntheses", content));
    return accepted(get(runId));
  }

  private static RestResponse<SynthesisView> accepted(SynthesisView view) {
    return RestResponse.ResponseBuilder.<SynthesisView>create(
            Response.Status.ACCEPTED.getStatusCode())
        .location(URI.create("/v1/syntheses/" + view.runId()))
        .entity(view)
        .build();
  }

  private Function<ObjectRef, String> address(@Nullable String links) {
    if (links == null || links.equals("server")) {
      return ObjectUrl::of;
    }
    if (links.equals("presigned")) {
      return ref -> reading.links().link(ref.bucket(), ref.key(), LINK_LASTS).toString();
    }
    throw new RestProblem(
        400, "bad-links", "Links are 'server' or 'presigned', not '%s'.".formatted(links));
  }

  private SynthesisView require(Transaction tx, RunId runId) {
    return reading
        .syntheses()
        .find(tx, runId)
        .orElseThrow(() -> RestProblem.notFound("synthesis", runId));
  }
}
