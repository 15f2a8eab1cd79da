package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.outbox.MessageSender;
import io.mien.orchestrator.outbox.OutboxMessage;
import io.mien.orchestrator.outbox.RefusedMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

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
  public List<RefusedMessage> send(List<OutboxMessage> messages) {
    Producer<String, byte[]> producer = clients.producer();
    Map<OutboxMessage, Future<RecordMetadata>> sent = new LinkedHashMap<>();
    List<RefusedMessage> refused = new ArrayList<>();
    try {
      for (OutboxMessage message : messages) {
        Future<RecordMetadata> one = producer.send(record(message));
        if (one.isDone()) {
          // It has failed; those behind it would wait for the broker as long, one after the other
          refusal(message, one).ifPresent(refused::add);
        } else {
          sent.put(message, one);
        }
      }
      producer.flush();
      for (Map.Entry<OutboxMessage, Future<RecordMetadata>> one : sent.entrySet()) {
        refusal(one.getKey(), one.getValue()).ifPresent(refused::add);
      }
      return refused;
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

  /** Empty when the broker has it. */
  private static Optional<RefusedMessage> refusal(
      OutboxMessage message, Future<RecordMetadata> sent)
      throws ExecutionException, InterruptedException {
    try {
      sent.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RecordTooLargeException tooLarge) {
        return Optional.of(new RefusedMessage(message, String.valueOf(tooLarge.getMessage())));
      }
      throw e;
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
