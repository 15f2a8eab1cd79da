package io.mien.orchestrator.rest;

import io.mien.contracts.rest.Problem;
import io.mien.orchestrator.database.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses by its announced length, in words, a body that Quarkus would refuse with a bare 413. It
 * comes before JAX-RS, whose mappers therefore never see it.
 */
@ApplicationScoped
public class BodyLimit {

  private static final int BEFORE_THE_BARE_REFUSAL = 100;

  private final long mostBytes;

  public BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
    this.mostBytes = mostBytes.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::judge, BEFORE_THE_BARE_REFUSAL);
  }

  private void judge(RoutingContext call) {
    long announced = announced(call.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    if (announced <= mostBytes) {
      call.next();
      return;
    }
    HttpServerRequest request = call.request();
    Problem problem =
        ProblemMappers.problem(
            413,
            "body-too-large",
            "Send %s: the body has %,d bytes; the server takes at most %,d."
                .formatted(request.path(), announced, mostBytes),
            request.path());
    // What follows on this connection is the body that nobody reads
    call.response()
        .setStatusCode(problem.status())
        .putHeader(HttpHeaders.CONTENT_TYPE, ProblemMappers.MEDIA_TYPE)
        .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
        .end(Json.write(problem))
        .onComplete(sent -> request.connection().close());
  }

  /** 0 if the length is not announced, or is nonsense that the parser refuses by itself. */
  private static long announced(@Nullable String contentLength) {
    try {
      return contentLength == null ? 0 : Long.parseLong(contentLength);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
