package io.mien.orchestrator.rest;

import io.mien.contracts.id.RunId;
import io.mien.orchestrator.OrchestratorConfig;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.EventFeed;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.key.Role;
import io.vertx.core.http.HttpServerResponse;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What happens, as it happens. */
@Path("/v1/events")
@RolesAllowed(Role.VIEWER_NAME)
public class EventResource {

  private final Database database;
  private final JdbcHistory history;
  private final EventFeed feed;
  private final OrchestratorConfig config;

  public EventResource(
      Database database, JdbcHistory history, EventFeed feed, OrchestratorConfig config) {
    this.database = database;
    this.history = history;
    this.feed = feed;
    this.config = config;
  }

  @GET
  @Produces(MediaType.SERVER_SENT_EVENTS)
  @Operation(
      operationId = "streamEvents",
      summary =
          "Server-sent events from Last-Event-ID on, or from now on; they never end by themselves")
  @APIResponse(
      responseCode = "200",
      description = "Events with id, name and JSON as data",
      content = @Content(mediaType = MediaType.SERVER_SENT_EVENTS))
  public void stream(
      @RestHeader("Last-Event-ID")
          @Parameter(
              description = "Sequence of the last event that came; those after it are replayed")
          @Nullable String lastEventId,
      @RestQuery @Nullable RunId runId,
      @Context SseEventSink sink,
      @Context Sse sse,
      @Context HttpServerResponse response) {
    EventStream stream =
        new EventStream(
            new EventStream.Source(database, history, feed.subscribe(), runId),
            new EventStream.Target(sink, sse, response),
            config.orchestrator().keepAliveEvery());
    Thread thread = new Thread(() -> stream.run(lastEventId), "event-stream");
    thread.setDaemon(true);
    thread.start();
  }
}
