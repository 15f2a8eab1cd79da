package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records that nobody can use aside, unchanged, with headers that say why and where they came
 * from.
 */
public final class KafkaDeadLetters {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);

  private final KafkaClients clients;

  public KafkaDeadLetters(KafkaClients clients) {
    this.clients = clients;
  }

  /** Returns once the broker has the dead letter. */
  void bury(ConsumerRecord<String, byte[]> record, Exception reason) {
    ProducerRecord<String, byte[]> dead =
        new ProducerRecord<>(
            Topics.dead(record.topic()), null, record.key(), record.value(), record.headers());
    header(dead, "mien-reason", String.valueOf(reason.getMessage()));
    header(dead, "mien-error", reason.getClass().getName());
    header(dead, "mien-topic", record.topic());
    header(dead, "mien-partition", Integer.toString(record.partition()));
    header(dead, "mien-offset", Long.toString(record.offset()));
    try {
      clients.producer().send(dead).get();
    } catch (ExecutionException e) {
      throw new Unavailable("kafka-unavailable", "Cannot write to " + dead.topic() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while writing to " + dead.topic(), e);
    }
    LOG.error(
        "Record {} of {}-{} is of no use and was put into {}: {}",
        record.offset(),
        record.topic(),
        record.partition(),
        dead.topic(),
        reason.getMessage());
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
