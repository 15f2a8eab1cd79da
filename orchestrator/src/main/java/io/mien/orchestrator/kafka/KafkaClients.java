package io.mien.orchestrator.kafka;

import io.mien.contracts.failure.Unavailable;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Makes clients with the settings that the protocol rests on. A client is made when it is first
 * needed, because a broker's name that cannot be resolved yet is an error. Thread-safe.
 */
public final class KafkaClients implements AutoCloseable {

  /** The consumer group of all replicas. */
  public static final String GROUP = "orchestrator";

  private static final Duration CLOSE = Duration.ofSeconds(5);

  private final String bootstrapServers;
  private final String group;
  private @Nullable Admin admin;
  private @Nullable Producer<String, byte[]> producer;

  /**
   * @param group of those who read reports and share the work
   */
  public KafkaClients(String bootstrapServers, String group) {
    this.bootstrapServers = bootstrapServers;
    this.group = group;
  }

  String group() {
    return group;
  }

  /**
   * The admin client that all share.
   *
   * @throws Unavailable when the broker's name cannot be resolved
   */
  synchronized Admin admin() {
    Admin made = admin;
    if (made == null) {
      made =
          resolved(
              () ->
                  Admin.create(
                      settings(
                          Map.of("request.timeout.ms", "4000", "default.api.timeout.ms", "8000"))));
      admin = made;
    }
    return made;
  }

  /**
   * The producer that all share.
   *
   * @throws Unavailable when the broker's name cannot be resolved
   */
  synchronized Producer<String, byte[]> producer() {
    Producer<String, byte[]> made = producer;
    if (made == null) {
      made = resolved(this::newProducer);
      producer = made;
    }
    return made;
  }

  @Override
  public synchronized void close() {
    if (producer != null) {
      producer.close(CLOSE);
    }
    if (admin != null) {
      admin.close(CLOSE);
    }
  }

  private Producer<String, byte[]> newProducer() {
    return new KafkaProducer<>(
        settings(
            Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "max.block.ms", "8000",
                "request.timeout.ms", "4000",
                "delivery.timeout.ms", "10000",
                "compression.type", "gzip",
                "max.request.size", Integer.toString(KafkaDeadLetters.LARGEST_BYTES))),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  /** A new member of the replicas' group. */
  Consumer<String, byte[]> reportConsumer() {
    return resolved(() -> newConsumer(group, 500));
  }

  /** A new member of the group of those who take requests, one record at a time. */
  Consumer<String, byte[]> requestConsumer() {
    return resolved(() -> newConsumer(group + "-requests", 1));
  }

  private Consumer<String, byte[]> newConsumer(String members, int mostRecords) {
    return new KafkaConsumer<>(
        settings(
            Map.of(
                "group.id", members,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "max.poll.records", Integer.toString(mostRecords),
                "session.timeout.ms", "10000",
                "heartbeat.interval.ms", "3000",
                "default.api.timeout.ms", "8000")),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /**
   * A member of a workers' share group that takes one record at a time and never decides about it.
   */
  ShareConsumer<String, byte[]> shareConsumer(String group) {
    return new KafkaShareConsumer<>(
        settings(
            Map.of(
                "group.id", group,
                "share.acknowledgement.mode", "explicit",
                "share.acquire.mode", "record_limit",
                "max.poll.records", "1")),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  private <T> T resolved(Supplier<T> client) {
    try {
      return client.get();
    } catch (KafkaException e) {
      throw new Unavailable(
          "kafka-unavailable",
          "Cannot make a client of Kafka at " + bootstrapServers + ": " + e.getMessage(),
          e);
    }
  }

  private Map<String, Object> settings(Map<String, String> special) {
    Map<String, Object> settings = new HashMap<>(special);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("client.id", "orchestrator");
    return settings;
  }
}
