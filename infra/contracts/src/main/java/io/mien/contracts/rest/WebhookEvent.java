package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;

/**
 * What a webhook's endpoint is posted, as the Standard Webhooks specification recommends it.
 *
 * @param type as in {@link EventView}
 * @param timestamp when it happened
 * @param data of the event, with its {@code sequence} and, where it is about one, {@code runId},
 *     {@code runSequence} (without gaps; with {@code types} only some of them come) and {@code
 *     taskId}
 */
@JsonPropertyOrder({"type", "timestamp", "data"})
public record WebhookEvent(String type, Instant timestamp, Object data) {}
