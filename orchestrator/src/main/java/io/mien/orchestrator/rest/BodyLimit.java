package io.mien.orchestrator.rest;

import io.mien.contracts.rest.Problem;
import io.mien.orchestrator.database.Json;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.MediaType;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Refuses by its announced length, in words, a body that Quarkus would refuse with a bare 413. It
 * comes before JAX-RS, whose mappers therefore never see it. Only forms with files of weights, or
 * of the items of a synthesis, may be as large as Quarkus is told: their files lie on the disk.
 * Every other body ends at {@link #USUAL_BYTES}.
 */
@ApplicationScoped
public class BodyLimit {

  /** 64 MiB. */
  private static final long USUAL_BYTES = 64L << 20;

  private static final Set<String> TAKE_LARGE_FILES = Set.of("/v1/checkpoints", "/v1/syntheses");
  private static final int BEFORE_THE_BARE_REFUSAL = 100;
  private static final int AFTER_QUARKUS_HAS_SET_ITS_LIMIT = 1;

  private final long formBytes;

  public BodyLimit(
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostBytes) {
    this.formBytes = mostBytes.asLongValue();
  }

  void register(@Observes Filters filters) {
    filters.register(this::judge, BEFORE_THE_BARE_REFUSAL);
    filters.register(this::bound, AFTER_QUARKUS_HAS_SET_ITS_LIMIT);
  }

  private void judge(RoutingContext call) {
    long announced = announced(call.request().getHeader(HttpHeaders.CONTENT_LENGTH));
    long mostBytes = mostBytes(call.request());
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

  /** A body whose length is not announced is counted by whoever reads it. */
  private void bound(RoutingContext call) {
    call.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, mostBytes(call.request()));
    call.next();
  }

  private long mostBytes(HttpServerRequest request) {
    String type = request.getHeader(HttpHeaders.CONTENT_TYPE);
    boolean form = type != null && type.startsWith(MediaType.MULTIPART_FORM_DATA);
    return form && TAKE_LARGE_FILES.contains(request.path()) ? formBytes : USUAL_BYTES;
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
