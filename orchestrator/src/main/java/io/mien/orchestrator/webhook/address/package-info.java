/** Where webhooks may lead: never into the network that the orchestrator itself is in. */
@NullMarked
package io.mien.orchestrator.webhook.address;

import org.jspecify.annotations.NullMarked;
