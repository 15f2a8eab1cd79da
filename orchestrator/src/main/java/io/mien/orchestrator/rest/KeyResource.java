package io.mien.orchestrator.rest;

import io.mien.contracts.rest.KeyRequest;
import io.mien.contracts.rest.KeyView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.key.KeyAdministration;
import io.mien.orchestrator.key.Role;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/**
 * API keys, that is clients. The secret is shown once: a POST that is sent again makes another key,
 * and the one whose answer was lost is to be revoked.
 */
@Path("/v1/keys")
@RolesAllowed(Role.ADMIN_NAME)
public class KeyResource {

  private final Database database;
  private final KeyAdministration keys;

  public KeyResource(Database database, KeyAdministration keys) {
    this.database = database;
    this.keys = keys;
  }

  @GET
  @Operation(operationId = "listKeys", summary = "API keys, that is clients")
  public List<KeyView> list() {
    return database.transact(keys::all);
  }

  @POST
  @ResponseStatus(201)
  @Operation(operationId = "makeKey", summary = "Makes an API key; the answer alone has its secret")
  @APIResponse(responseCode = "201", description = "Created")
  public KeyView make(KeyRequest request) {
    Fields.required(request, "body");
    return database.transact(tx -> keys.make(tx, request));
  }

  @PATCH
  @Path("/{id}")
  @Operation(
      operationId = "changeKey",
      summary = "Changes an API key; absent fields stay as they are")
  public KeyView change(@RestPath UUID id, KeyRequest request) {
    Fields.required(request, "body");
    return database
        .transact(tx -> keys.change(tx, id, request))
        .orElseThrow(() -> RestProblem.notFound("key", id));
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "revokeKey", summary = "Revokes an API key")
  public void revoke(@RestPath UUID id) {
    if (!database.transact(tx -> keys.revoke(tx, id))) {
      throw RestProblem.notFound("key", id);
    }
  }
}
