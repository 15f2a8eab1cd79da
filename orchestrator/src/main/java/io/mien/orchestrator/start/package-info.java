/**
 * Coming up while PostgreSQL, Kafka or the object store are away, and saying what is waited for.
 */
@NullMarked
package io.mien.orchestrator.start;

import org.jspecify.annotations.NullMarked;
