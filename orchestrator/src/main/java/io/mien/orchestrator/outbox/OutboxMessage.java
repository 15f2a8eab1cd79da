package io.mien.orchestrator.outbox;

/** A row of {@code outbox}; the message is JSON text. */
public record OutboxMessage(long outboxId, String topic, String key, String message) {}
