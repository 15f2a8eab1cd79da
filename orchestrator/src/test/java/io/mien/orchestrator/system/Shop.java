package io.mien.orchestrator.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.core.message.Encoding;
import io.cloudevents.jackson.JsonFormat;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.cloudevents.kafka.CloudEventSerializer;
import io.mien.contracts.Topics;
import io.mien.contracts.id.RunId;
import io.mien.contracts.synthesis.SynthesisEvents;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A product that asks by events, and reads the answers with the SDK of CloudEvents. All its
 * requests are in one partition, so they are read in their order.
 */
final class Shop implements AutoCloseable {

  static final URI SOURCE = URI.create("/shop");

  /** Of the records of its requests. */
  static final String KEY = "shop";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final String bootstrapServers;
  private final KafkaConsumer<String, CloudEvent> reader;
  private final List<CloudEvent> answers = new ArrayList<>();

  Shop(String bootstrapServers) {
    this.bootstrapServers = bootstrapServers;
    reader =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "latest"),
            new StringDeserializer(),
            new CloudEventDeserializer());
    List<TopicPartition> partitions =
        reader.partitionsFor(Topics.SYNTHESIS_RESULTS).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    reader.assign(partitions);
    reader.seekToEnd(partitions);
    partitions.forEach(reader::position);
  }

  static CloudEvent request(String data) {
    return CloudEventBuilder.v1()
        .withId(UUID.randomUUID().toString())
        .withSource(SOURCE)
        .withType(SynthesisEvents.REQUESTED)
        .withData("application/json", data.getBytes(UTF_8))
        .build();
  }

  void send(CloudEvent event, Encoding encoding) {
    Map<String, Object> settings = new HashMap<>();
    settings.put("bootstrap.servers", bootstrapServers);
    CloudEventSerializer serializer = new CloudEventSerializer();
    Map<String, Object> mode =
        encoding == Encoding.BINARY
            ? Map.of(CloudEventSerializer.ENCODING_CONFIG, encoding)
            : Map.of(
                CloudEventSerializer.ENCODING_CONFIG,
                encoding,
                CloudEventSerializer.EVENT_FORMAT_CONFIG,
                JsonFormat.CONTENT_TYPE);
    serializer.configure(mode, false);
    try (KafkaProducer<String, CloudEvent> producer =
        new KafkaProducer<>(settings, new StringSerializer(), serializer)) {
      producer.send(new ProducerRecord<>(Topics.SYNTHESIS_REQUESTS, 0, KEY, event));
      producer.flush();
    }
  }

  CloudEvent awaitAnswer(CloudEvent request, String type) {
    Awaitility.await().atMost(PATIENCE).until(() -> poll() && find(request, type) != null);
    return find(request, type);
  }

  /** The run of a request, once it is started. */
  RunId awaitStarted(CloudEvent request) {
    CloudEvent started = awaitAnswer(request, SynthesisEvents.STARTED);
    return RunId.fromString(data(started).path("runId").asText());
  }

  /** Why a request is refused, once it is. */
  String awaitRefused(CloudEvent request) {
    return data(awaitAnswer(request, SynthesisEvents.REFUSED)).path("code").asText();
  }

  /** The types of the answers that there are by now, in their order. */
  List<String> answered(CloudEvent request) {
    poll();
    return answers.stream()
        .filter(answer -> request.getId().equals(answer.getSubject()))
        .map(CloudEvent::getType)
        .toList();
  }

  static JsonNode data(CloudEvent event) {
    try {
      return WireJson.MAPPER.readTree(event.getData().toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    reader.close();
  }

  private @Nullable CloudEvent find(CloudEvent request, String type) {
    return answers.stream()
        .filter(answer -> request.getId().equals(answer.getSubject()))
        .filter(answer -> answer.getType().equals(type))
        .findFirst()
        .orElse(null);
  }

  private boolean poll() {
    reader.poll(Duration.ofMillis(100)).forEach(record -> answers.add(record.value()));
    return true;
  }
}
