package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts records that nobody can use aside, unchanged, with headers that say why and where they came
 * from. One that is too large even so leaves its value behind and says that; it must not hold up
 * those behind it.
 */
public final class KafkaDeadLetters {

  /** Every message that a worker may send, and what the headers add to it. */
  static final int LARGEST_BYTES = Topics.LARGEST_MESSAGE_BYTES + (64 << 10);

  private static final Logger LOG = LoggerFactory.getLogger(KafkaDeadLetters.class);
  private static final int LONGEST_REASON = 2_000;

  private final KafkaClients clients;

  public KafkaDeadLetters(KafkaClients clients) {
    this.clients = clients;
  }

  /** Returns once the broker has the dead letter. */
  void bury(ConsumerRecord<String, byte[]> record, Exception reason) {
    String why = shortened(String.valueOf(reason.getMessage()));
    String topic = Topics.dead(record.topic());
    ProducerRecord<String, byte[]> dead =
        new ProducerRecord<>(topic, null, record.key(), record.value(), record.headers());
    describe(dead, record, why, reason);
    if (!isSent(dead)) {
      ProducerRecord<String, byte[]> stub = new ProducerRecord<>(topic, record.key(), null);
      describe(stub, record, why, reason);
      header(stub, "mien-left-out", record.serializedValueSize() + " bytes");
      if (!isSent(stub)) {
        LOG.error("Not even a note about a record fits into {}; raise max.message.bytes.", topic);
      }
    }
    LOG.error(
        "Record {} of {}-{} is of no use and was put into {}: {}",
        record.offset(),
        record.topic(),
        record.partition(),
        topic,
        why);
  }

  /** False when the broker takes nothing of this size. */
  private boolean isSent(ProducerRecord<String, byte[]> dead) {
    try {
      clients.producer().send(dead).get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException) {
        return false;
      }
      throw new Unavailable("kafka-unavailable", "Cannot write to " + dead.topic() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while writing to " + dead.topic(), e);
    }
  }

  private static void describe(
      ProducerRecord<String, byte[]> dead,
      ConsumerRecord<String, byte[]> record,
      String why,
      Exception reason) {
    header(dead, "mien-reason", why);
    header(dead, "mien-error", reason.getClass().getName());
    header(dead, "mien-topic", record.topic());
    header(dead, "mien-partition", Integer.toString(record.partition()));
    header(dead, "mien-offset", Long.toString(record.offset()));
  }

  /** A reason may quote the whole record. */
  private static String shortened(String reason) {
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
  }
}
