package io.mien.orchestrator.webhook;

import io.mien.contracts.id.WebhookId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** An endpoint that is about to be registered. */
record NewWebhook(
    WebhookId id, URI url, EventTypes types, @Nullable String description, SigningSecret secret) {}
