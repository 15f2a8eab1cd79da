package io.mien.orchestrator.webhook;

import io.mien.contracts.id.WebhookId;
import java.net.URI;
import java.util.List;

/**
 * An endpoint, as far as collecting and sending need it.
 *
 * @param readUpTo the sequence of the history up to which it has its deliveries
 * @param isOpen whether its circuit is: it gets one attempt at a time
 */
record Webhook(WebhookId id, URI url, List<String> types, long readUpTo, boolean isOpen) {}
