package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.outbox.MessageSender;
import io.mien.orchestrator.outbox.OutboxMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

/** Sends the outbox to Kafka; the idempotent producer keeps the order. */
public final class KafkaMessageSender implements MessageSender {

  /** By which a reader knows a CloudEvent in structured mode. */
  private static final byte[] CLOUD_EVENT =
      "application/cloudevents+json".getBytes(StandardCharsets.UTF_8);

  private final KafkaClients clients;

  public KafkaMessageSender(KafkaClients clients) {
    this.clients = clients;
  }

  @Override
  public void send(List<OutboxMessage> messages) {
    Producer<String, byte[]> producer = clients.producer();
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    try {
      for (OutboxMessage message : messages) {
        sent.add(producer.send(record(message)));
      }
      producer.flush();
      for (Future<RecordMetadata> one : sent) {
        one.get();
      }
    } catch (ExecutionException | KafkaException e) {
      throw new Unavailable(
          "kafka-unavailable",
          "Cannot send "
              + messages.size()
              + " messages, the first to "
              + messages.get(0).topic()
              + ": "
              + e.getMessage(),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted", "Interrupted while sending messages.", e);
    }
  }

  private static ProducerRecord<String, byte[]> record(OutboxMessage message) {
    byte[] value = message.message().getBytes(StandardCharsets.UTF_8);
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(message.topic(), message.key(), value);
    if (message.topic().equals(Topics.SYNTHESIS_RESULTS)) {
      record.headers().add("content-type", CLOUD_EVENT);
    }
    return record;
  }
}
