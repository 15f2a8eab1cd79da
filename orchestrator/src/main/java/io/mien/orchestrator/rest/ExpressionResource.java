package io.mien.orchestrator.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.ExpressionRequest;
import io.mien.contracts.rest.ExpressionSetView;
import io.mien.contracts.rest.QualityRequest;
import io.mien.orchestrator.checkpoint.Alias;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.history.Subscription;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.object.StoredPhotos;
import io.mien.orchestrator.run.AskedExpressions;
import io.mien.orchestrator.run.ExpressionStarter;
import io.mien.orchestrator.run.ExpressionViews;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** One photo in, its expressions out. */
@Path("/v1/expressions")
@RolesAllowed(Role.VIEWER_NAME)
public class ExpressionResource {

  private static final String SUMMARY =
      "Starts the expressions of a photo, and waits as long as Prefer says";
  private static final String ENDED = "It has ended within the time to wait";
  private static final String GOES_ON = "It goes on; ask for it by its id";
  private static final String PREFER = "wait=20 waits for the end, for 20 seconds at most";

  private static final Pattern WAIT = Pattern.compile("(?:^|[,;\\s])wait=(\\d{1,4})");
  private static final int LONGEST_WAIT_SECONDS = 60;
  private static final Duration ROUND = Duration.ofMillis(500);

  private final Database database;
  private final ExpressionStarter starter;
  private final ExpressionViews views;
  private final EventFeed feed;
  private final StoredPhotos stored;
  private final ObjectMapper json;

  public ExpressionResource(
      Database database,
      ExpressionStarter starter,
      ExpressionViews views,
      EventFeed feed,
      StoredPhotos stored,
      ObjectMapper json) {
    this.database = database;
    this.starter = starter;
    this.views = views;
    this.feed = feed;
    this.stored = stored;
    this.json = json;
  }

  /**
   * Starts a set of a photo that is sent along, and waits as long as {@code Prefer} says.
   *
   * @param quality JSON of a {@link QualityRequest}
   */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(operationId = "startExpressions", summary = SUMMARY)
  @APIResponse(responseCode = "200", description = ENDED)
  @APIResponse(responseCode = "202", description = GOES_ON)
  public RestResponse<ExpressionSetView> start(
      @BeanParam PhotoForm photo,
      @BeanParam LabelsForm labels,
      @BeanParam PictureForm picture,
      @RestForm @Schema(description = "JSON of a QualityRequest") @Nullable String quality,
      @RestForm @Nullable String checkpoint,
      @RestHeader("Prefer") @Parameter(description = PREFER) @Nullable String prefer,
      @BeanParam Post post) {
    return answer(
        new AskedExpressions(
            photo.source(stored),
            labels.asked(),
            Alias.orChampion(checkpoint),
            picture.asked(),
            JsonField.read(json, "quality", quality, QualityRequest.class).orElse(null)),
        prefer,
        post);
  }

  /** Starts a set of a photo that lies in the object store, and waits in the same way. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @RolesAllowed(Role.SUBMITTER_NAME)
  @Operation(operationId = "startExpressions", summary = SUMMARY)
  @APIResponse(responseCode = "200", description = ENDED)
  @APIResponse(responseCode = "202", description = GOES_ON)
  public RestResponse<ExpressionSetView> startStored(
      ExpressionRequest request,
      @RestHeader("Prefer") @Parameter(description = PREFER) @Nullable String prefer,
      @BeanParam Post post) {
    String checkpoint = Alias.orChampion(Fields.required(request, "body").checkpoint());
    return answer(ExpressionWishes.of(request, checkpoint, stored), prefer, post);
  }

  private RestResponse<ExpressionSetView> answer(
      AskedExpressions asked, @Nullable String prefer, Post post) {
    try (Subscription subscription = feed.subscribe()) {
      RunId runId = starter.start(asked, post.request("POST /v1/expressions", asked.identity()));
      ExpressionSetView view = await(runId, waitSeconds(prefer), subscription);
      return RestResponse.ResponseBuilder.<ExpressionSetView>create(
              view.state().isTerminal() ? 200 : 202)
          .location(URI.create("/v1/expressions/" + runId))
          .entity(view)
          .build();
    }
  }

  @GET
  @Path("/{runId}")
  @Operation(operationId = "getExpressions", summary = "The expressions of a photo")
  public ExpressionSetView get(@RestPath RunId runId) {
    return database
        .transact(tx -> views.find(tx, runId))
        .orElseThrow(() -> RestProblem.notFound("expression-set", runId));
  }

  private ExpressionSetView await(RunId runId, int seconds, Subscription subscription) {
    long deadline = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    ExpressionSetView view = get(runId);
    try {
      while (!view.state().isTerminal() && System.nanoTime() < deadline) {
        boolean ours =
            subscription
                .next(ROUND)
                .filter(event -> runId.equals(event.view().runId()))
                .filter(event -> event.view().type().startsWith("run."))
                .isPresent();
        if (ours || !subscription.isOpen()) {
          view = get(runId);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return view.state().isTerminal() ? view : get(runId);
  }

  private static int waitSeconds(@Nullable String prefer) {
    Matcher wait = WAIT.matcher(prefer == null ? "" : prefer);
    return wait.find() ? Math.min(LONGEST_WAIT_SECONDS, Integer.parseInt(wait.group(1))) : 0;
  }
}
