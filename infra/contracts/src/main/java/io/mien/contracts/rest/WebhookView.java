package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.WebhookId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An endpoint that events are sent to.
 *
 * @param types of events, or what they begin with
 * @param health how the last attempts went
 * @param backlog how many deliveries have not been made
 * @param secret that signs what is sent; only in the answer that it was made for
 * @param oldSecretUntil when the secret before it stops signing too; absent when it has stopped
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WebhookView(
    WebhookId webhookId,
    URI url,
    List<String> types,
    @Nullable String description,
    State state,
    Health health,
    Backlog backlog,
    @Nullable String secret,
    @Nullable Instant oldSecretUntil,
    Instant createdAt) {

  public WebhookView {
    types = List.copyOf(types);
  }

  /** The same with its secret. */
  public WebhookView withSecret(String shown) {
    return new WebhookView(
        webhookId,
        url,
        types,
        description,
        state,
        health,
        backlog,
        shown,
        oldSecretUntil,
        createdAt);
  }

  /** Whether it gets events. */
  public enum State {
    ENABLED,
    /** An operator switched it off. */
    DISABLED,
    /** It answered 410: it wants no more. */
    GONE
  }

  /**
   * @param failures attempts in a row that failed
   * @param nextProbeAt when the next single attempt may be made, while the circuit is open: after
   *     too many failures in a row nothing else is sent
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Health(int failures, @Nullable Instant nextProbeAt) {}

  /**
   * @param waiting deliveries that are on their way or will be tried again
   * @param dead deliveries that were given up
   */
  public record Backlog(long waiting, long dead) {}
}
