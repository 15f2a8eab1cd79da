/** Offers, control messages and events over Kafka. */
@NullMarked
package io.mien.worker.kafka;

import org.jspecify.annotations.NullMarked;
