package io.mien.orchestrator.rest;

import io.mien.contracts.object.Bucket;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.Role;
import io.mien.orchestrator.object.ObjectAccess;
import io.mien.store.ObjectStore;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestPath;

/** Published objects, streamed from the store; they never change, so browsers may keep them. */
@Path("/v1/objects")
@RolesAllowed(Role.VIEWER_NAME)
public class ObjectResource {

  private static final Map<String, String> TYPES =
      Map.of(
          "png", "image/png",
          "jpg", "image/jpeg",
          "webp", "image/webp",
          "svg", "image/svg+xml",
          "html", "text/html; charset=utf-8",
          "json", "application/json",
          "jsonl", "application/x-ndjson",
          "csv", "text/csv; charset=utf-8",
          "tar", "application/x-tar");

  /** Pages of ours are shown as they are and call nobody. */
  private static final String CONTENT_POLICY =
      "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; script-src 'unsafe-inline'; frame-ancestors 'self'";

  private final Database database;
  private final ObjectAccess access;
  private final ObjectStore store;

  public ObjectResource(Database database, ObjectAccess access, ObjectStore store) {
    this.database = database;
    this.access = access;
    this.store = store;
  }

  @GET
  @Path("/{bucket}/{key:.+}")
  @Operation(operationId = "getObject", summary = "A published object, which never changes")
  @APIResponse(responseCode = "200", content = @Content(mediaType = MediaType.WILDCARD))
  public Response get(@RestPath String bucket, @RestPath String key) {
    Bucket known =
        Arrays.stream(Bucket.values())
            .filter(one -> one.wireName().equals(bucket))
            .findFirst()
            .orElseThrow(() -> RestProblem.notFound("object", bucket + "/" + key));
    Optional<Long> bytes =
        database.transact(tx -> access.isPublic(tx, known, key))
            ? store.size(known, key)
            : Optional.empty();
    if (bytes.isEmpty()) {
      throw RestProblem.notFound("object", bucket + "/" + key);
    }
    return Response.ok(store.open(known, key))
        .type(
            TYPES.getOrDefault(key.substring(key.lastIndexOf('.') + 1), "application/octet-stream"))
        .header("Content-Length", bytes.get())
        .header("Cache-Control", "private, max-age=31536000, immutable")
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Security-Policy", CONTENT_POLICY)
        .build();
  }
}
