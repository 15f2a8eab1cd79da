package io.mien.orchestrator.outbox;

/**
 * A row of {@code outbox}.
 *
 * @param message JSON text
 * @param bytes of it in UTF-8
 */
public record OutboxMessage(long outboxId, String topic, String key, String message, int bytes) {}
