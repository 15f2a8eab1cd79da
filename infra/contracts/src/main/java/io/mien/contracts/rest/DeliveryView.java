package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.mien.contracts.id.DeliveryId;
import io.mien.contracts.id.WebhookId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event on its way to one endpoint.
 *
 * @param deliveryId what the receiver sees as {@code webhook-id}, the same in every attempt
 * @param sequence of the event in the history; absent from tests
 * @param type of the event
 * @param attempts that were begun
 * @param nextAttemptAt not before; absent when there is none
 * @param lastAttempt how the last one ended; absent before that
 * @param body what is sent; only where a single delivery is asked for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DeliveryView(
    DeliveryId deliveryId,
    WebhookId webhookId,
    @Nullable Long sequence,
    String type,
    State state,
    int attempts,
    @Nullable Instant nextAttemptAt,
    @Nullable LastAttempt lastAttempt,
    Instant createdAt,
    @Nullable String body) {

  /** How far it is. */
  public enum State {
    /** For its first attempt, or for the next. */
    WAITING,
    /** An attempt is under way. */
    SENDING,
    /** The endpoint answered 2xx. */
    DELIVERED,
    /** Given up; an operator may send it again. */
    DEAD
  }

  /**
   * How an attempt ended.
   *
   * @param status the endpoint's answer; absent when there was none
   * @param detail the beginning of the answer's body, or what went wrong
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record LastAttempt(Instant at, @Nullable Integer status, String detail) {}
}
