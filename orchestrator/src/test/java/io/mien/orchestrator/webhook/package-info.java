/** Webhooks, on real PostgreSQL and with a real receiver. */
@NullMarked
package io.mien.orchestrator.webhook;

import org.jspecify.annotations.NullMarked;
