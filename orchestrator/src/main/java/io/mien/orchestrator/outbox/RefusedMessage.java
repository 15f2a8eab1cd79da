package io.mien.orchestrator.outbox;

/**
 * A message that the broker refuses for itself, however often it is sent.
 *
 * @param reason in the broker's words
 */
public record RefusedMessage(OutboxMessage message, String reason) {}
