/** Which addresses webhooks may lead to. */
@NullMarked
package io.mien.orchestrator.webhook.address;

import org.jspecify.annotations.NullMarked;
