package io.mien.worker.kafka;

import io.mien.contracts.Topics;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps records that nobody can read, as they were, with the reason in their headers. */
public final class DeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);

  private final Publisher publisher;
  private final String reader;

  public DeadLetters(Publisher publisher, String reader) {
    this.publisher = publisher;
    this.reader = reader;
  }

  /** Returns once the record is kept. */
  void bury(ConsumerRecord<byte[], byte[]> record, String reason) {
    ProducerRecord<byte[], byte[]> dead =
        new ProducerRecord<>(Topics.dead(record.topic()), record.key(), record.value());
    header(dead, "mien-reason", reason);
    header(dead, "mien-topic", record.topic());
    header(dead, "mien-partition", Integer.toString(record.partition()));
    header(dead, "mien-offset", Long.toString(record.offset()));
    header(dead, "mien-reader", reader);
    publisher.publish(dead);
    LOG.error("Moved an unreadable record of {} to {}: {}", record.topic(), dead.topic(), reason);
  }

  private static void header(ProducerRecord<byte[], byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
