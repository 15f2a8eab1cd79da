/** Silence, on real PostgreSQL and Kafka. */
@NullMarked
package io.mien.orchestrator.lease;

import org.jspecify.annotations.NullMarked;
