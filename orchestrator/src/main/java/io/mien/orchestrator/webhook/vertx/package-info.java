/** Posting with Vert.x, which connects to a checked address under the name that was asked for. */
@NullMarked
package io.mien.orchestrator.webhook.vertx;

import org.jspecify.annotations.NullMarked;
