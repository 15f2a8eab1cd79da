/** Where Kafka may be touched. */
@NullMarked
package io.mien.offender.kafka;

import org.jspecify.annotations.NullMarked;
