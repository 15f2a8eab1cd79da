/** Posting, to real servers. */
@NullMarked
package io.mien.orchestrator.webhook.vertx;

import org.jspecify.annotations.NullMarked;
