/** POST requests that may be sent twice. */
@NullMarked
package io.mien.orchestrator.idempotency;

import org.jspecify.annotations.NullMarked;
