package io.mien.orchestrator.rest;

import io.mien.orchestrator.idempotency.JdbcIdempotencyKeys;
import io.mien.orchestrator.key.Secrets;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Who posts, and under which key. */
public record Post(
    @HeaderParam("Idempotency-Key")
        @Parameter(description = "Makes what is sent twice done once; 1 to 200 characters")
        @Nullable String key,
    @Context SecurityContext client) {

  private static final int LONGEST_KEY = 200;

  /**
   * The request with this content; the operation keeps equal contents of different resources apart.
   */
  JdbcIdempotencyKeys.Request request(String operation, String content) {
    if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
      throw new RestProblem(
          400,
          "bad-idempotency-key",
          "An Idempotency-Key has 1 to " + LONGEST_KEY + " characters.");
    }
    return new JdbcIdempotencyKeys.Request(
        client.getUserPrincipal().getName(), key, Secrets.hash(operation + "\n" + content));
  }
}
