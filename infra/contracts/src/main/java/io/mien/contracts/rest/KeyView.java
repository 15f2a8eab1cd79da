package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An API key, that is a client.
 *
 * @param key the secret itself, in the answer to the request that made it and never again
 * @param mostRunning as in {@link KeyRequest}
 * @param startsPerMinute as in {@link KeyRequest}
 * @param running tasks of the client that are offered or run now
 * @param revokedAt since when it opens nothing any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record KeyView(
    UUID apiKeyId,
    String name,
    String role,
    @Nullable String key,
    int weight,
    @Nullable Integer mostRunning,
    @Nullable Integer startsPerMinute,
    int running,
    Instant createdAt,
    @Nullable Instant revokedAt) {

  public KeyView withSecret(String secret) {
    return new KeyView(
        apiKeyId,
        name,
        role,
        secret,
        weight,
        mostRunning,
        startsPerMinute,
        running,
        createdAt,
        revokedAt);
  }
}
