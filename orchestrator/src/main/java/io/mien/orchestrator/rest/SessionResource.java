package io.mien.orchestrator.rest;

import io.mien.orchestrator.key.Keys;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jspecify.annotations.Nullable;

/** Sign-in of the dashboard: the key is exchanged for a cookie that scripts cannot read. */
@Path("/v1/session")
@PermitAll
public class SessionResource {

  private final Keys keys;

  public SessionResource(Keys keys) {
    this.keys = keys;
  }

  @POST
  @Operation(
      operationId = "openSession",
      summary = "Exchanges a key for a cookie that scripts cannot read")
  @APIResponse(responseCode = "204", description = "No Content")
  public Response open(SignIn signIn, @Context UriInfo uri, @Context RoutingContext call) {
    String key = Fields.required(Fields.required(signIn, "body").key(), "key");
    Keys.Session session =
        keys.openSession(key)
            .orElseThrow(() -> new RestProblem(401, "unauthorized", "The key is not known here."));
    AuditFilter.keyOf(call, session.holder().apiKeyId());
    return Response.noContent()
        .cookie(cookie(session.secret(), (int) keys.sessionLength().toSeconds(), uri))
        .build();
  }

  @DELETE
  @Operation(operationId = "closeSession", summary = "Ends the session of the cookie")
  @APIResponse(responseCode = "204", description = "No Content")
  public Response close(
      @CookieParam(ApiKeyAuthenticationMechanism.COOKIE) @Nullable String secret,
      @Context UriInfo uri) {
    if (secret != null) {
      keys.closeSession(secret);
    }
    return Response.noContent().cookie(cookie("", 0, uri)).build();
  }

  private static NewCookie cookie(String value, int seconds, UriInfo uri) {
    return new NewCookie.Builder(ApiKeyAuthenticationMechanism.COOKIE)
        .value(value)
        .path("/")
        .maxAge(seconds)
        .httpOnly(true)
        .secure("https".equals(uri.getBaseUri().getScheme()))
        .sameSite(NewCookie.SameSite.STRICT)
        .build();
  }

  /** Body of the sign-in. */
  public record SignIn(String key) {}
}
