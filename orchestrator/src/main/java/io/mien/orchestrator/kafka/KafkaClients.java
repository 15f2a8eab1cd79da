package io.mien.orchestrator.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.KafkaShareConsumer;
import org.apache.kafka.clients.consumer.ShareConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Makes clients with the settings that the protocol rests on. Making one does not need a broker. */
public final class KafkaClients {

  /** The consumer group of all replicas. */
  public static final String GROUP = "orchestrator";

  private final String bootstrapServers;

  public KafkaClients(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
  }

  public String bootstrapServers() {
    return bootstrapServers;
  }

  public Admin admin() {
    return Admin.create(
        settings(Map.of("request.timeout.ms", "4000", "default.api.timeout.ms", "8000")));
  }

  public Producer<String, byte[]> producer() {
    return new KafkaProducer<>(
        settings(
            Map.of(
                "acks", "all",
                "enable.idempotence", "true",
                "max.block.ms", "8000",
                "request.timeout.ms", "4000",
                "delivery.timeout.ms", "10000")),
        new StringSerializer(),
        new ByteArraySerializer());
  }

  public Consumer<String, byte[]> reportConsumer() {
    return new KafkaConsumer<>(
        settings(
            Map.of(
                "group.id", GROUP,
                "enable.auto.commit", "false",
                "auto.offset.reset", "earliest",
                "max.poll.records", "500",
                "session.timeout.ms", "10000",
                "heartbeat.interval.ms", "3000",
                "default.api.timeout.ms", "8000")),
        new StringDeserializer(),
        new ByteArrayDeserializer());
  }

  /** A member of a workers' share group that takes one record at a time and never decides about it. */
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

  private Map<String, Object> settings(Map<String, String> special) {
    Map<String, Object> settings = new HashMap<>(special);
    settings.put("bootstrap.servers", bootstrapServers);
    settings.put("client.id", "orchestrator");
    return settings;
  }
}
