package io.mien.orchestrator.rest;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.rest.Problem;
import io.mien.orchestrator.database.Json;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Every error as {@code application/problem+json} (RFC 9457). */
public class ProblemMappers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMappers.class);

  static final String MEDIA_TYPE = "application/problem+json";

  /** What JAX-RS has no names for. */
  private static final Map<Integer, String> TITLES = Map.of(422, "Unprocessable Content");

  @ServerExceptionMapper
  public Response refused(RestProblem e, UriInfo uri) {
    return response(e.status(), e.code(), e.getMessage(), uri).build();
  }

  @ServerExceptionMapper
  public Response invalid(InvalidInput e, UriInfo uri) {
    int status = e.code().endsWith("-too-large") ? 413 : 422;
    return response(status, e.code(), e.getMessage(), uri).build();
  }

  /** JSON of another shape, which Quarkus would answer without a body. */
  @ServerExceptionMapper
  public Response otherShape(MismatchedInputException e, UriInfo uri) {
    return response(
            400, "bad-request", "The body has another shape: " + e.getOriginalMessage(), uri)
        .build();
  }

  @ServerExceptionMapper
  public Response away(Unavailable e, UriInfo uri) {
    return response(503, e.code(), e.getMessage(), uri).header("Retry-After", "2").build();
  }

  @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
  public Response unknown(SecurityException e, UriInfo uri) {
    return response(
            401,
            "unauthorized",
            "Send a known key as 'Authorization: Bearer <key>', or sign in with POST /v1/session.",
            uri)
        .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
        .build();
  }

  @ServerExceptionMapper
  public Response forbidden(ForbiddenException e, UriInfo uri) {
    return response(403, "forbidden", "The role of your key does not allow this.", uri).build();
  }

  @ServerExceptionMapper
  public Response http(WebApplicationException e, UriInfo uri) {
    if (e.getCause() instanceof RestProblem ours) {
      return refused(ours, uri);
    }
    int status = e.getResponse().getStatus();
    Response.Status known = Response.Status.fromStatusCode(status);
    String code =
        known == null
            ? "http-" + status
            : known.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
    Throwable cause = e.getCause() == null ? e : e.getCause();
    return response(status, code, String.valueOf(cause.getMessage()), uri).build();
  }

  @ServerExceptionMapper
  public Response defect(RuntimeException e, UriInfo uri) {
    LOG.error("{} failed", uri.getPath(), e);
    return response(
            500, "internal", "The orchestrator failed; its log says why: " + e.getMessage(), uri)
        .build();
  }

  /** With the type and the title that belong to code and status. */
  static Problem problem(int status, String code, String detail, @Nullable String path) {
    Response.Status known = Response.Status.fromStatusCode(status);
    String title = known == null ? TITLES.getOrDefault(status, "Error") : known.getReasonPhrase();
    return new Problem("urn:mien:problem:" + code, title, status, code, detail, path);
  }

  private static Response.ResponseBuilder response(
      int status, String code, @Nullable String detail, UriInfo uri) {
    return Response.status(status)
        .type(MEDIA_TYPE)
        .entity(Json.write(problem(status, code, String.valueOf(detail), uri.getPath())));
  }
}
