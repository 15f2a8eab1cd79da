package io.mien.worker.kafka;

import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.failure.Unavailable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/** Sends records and knows whether the broker has them. Thread-safe. */
public final class Publisher implements AutoCloseable {

  /** Longer than the producer itself takes to give a record up. */
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ClientSettings settings;
  private @Nullable Producer<byte[], byte[]> producer;

  /** Connects with the first record, so that Kafka may be away until then. */
  public Publisher(ClientSettings settings) {
    this.settings = settings;
  }

  /** Completes once the broker has the record, or exceptionally when it was given up. */
  CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record) {
    CompletableFuture<Void> result = new CompletableFuture<>();
    try {
      var unused =
          producer().send(record, (metadata, failure) -> complete(result, record.topic(), failure));
    } catch (RuntimeException e) {
      complete(result, record.topic(), e);
    }
    return result;
  }

  /** Returns once the broker has the record. */
  void publish(ProducerRecord<byte[], byte[]> record) {
    try {
      send(record).get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ResourceExhausted tooLarge) {
        throw tooLarge;
      }
      throw e.getCause() instanceof Unavailable away ? away : unavailable(record.topic(), e);
    } catch (TimeoutException e) {
      throw unavailable(record.topic(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable(record.topic(), e);
    }
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(Duration.ofSeconds(5));
    }
  }

  private synchronized Producer<byte[], byte[]> producer() {
    Producer<byte[], byte[]> open = producer;
    if (open == null) {
      open = new KafkaProducer<>(settings.producer());
      producer = open;
    }
    return open;
  }

  static byte[] key(Object id) {
    return id.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void complete(
      CompletableFuture<Void> result, String topic, @Nullable Exception failure) {
    if (failure == null) {
      result.complete(null);
    } else if (failure instanceof RecordTooLargeException) {
      result.completeExceptionally(
          new ResourceExhausted(
              "message-too-large",
              "A message for %s is too large: %s. Split the task, or raise max.message.bytes."
                  .formatted(topic, failure.getMessage()),
              failure));
    } else {
      result.completeExceptionally(unavailable(topic, failure));
    }
  }

  private static Unavailable unavailable(String topic, Exception cause) {
    Throwable shown = cause.getCause() == null ? cause : cause.getCause();
    return new Unavailable(
        "kafka-unavailable",
        "Kafka did not take a message for %s: %s. Check that it runs and has the topic."
            .formatted(topic, shown.getMessage() == null ? shown : shown.getMessage()),
        cause);
  }
}
