package io.mien.offender.kafka;

import org.apache.kafka.common.Uuid;

/** Uses Kafka where it belongs. */
public final class KafkaIds {

  public Uuid next() {
    return Uuid.randomUuid();
  }
}
