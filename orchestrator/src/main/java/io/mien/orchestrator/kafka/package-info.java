/** Topics, groups and clients of Kafka. */
@NullMarked
package io.mien.orchestrator.kafka;

import org.jspecify.annotations.NullMarked;
