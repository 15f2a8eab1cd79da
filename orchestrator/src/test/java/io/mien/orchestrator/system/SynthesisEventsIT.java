package io.mien.orchestrator.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
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
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A product that asks by events, and reads the answers with the SDK of CloudEvents. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class SynthesisEventsIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final URI SHOP = URI.create("/shop");

  private static final String LATER_THAN_THE_DATABASE_KNOWS = "+999999-01-01T00:00:00Z";

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private ScriptedSynthesis outcomes;
  private KafkaConsumer<String, CloudEvent> reader;
  private final List<CloudEvent> answers = new ArrayList<>();

  @BeforeEach
  void haveChampion() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    outcomes = new ScriptedSynthesis(store);
    Champion.train(worker, store, folder);
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

  @AfterEach
  void close() {
    worker.close();
    reader.close();
  }

  @Test
  void requestIsOneSynthesisHoweverOftenAndInWhicheverModeItComes() {
    CloudEvent request =
        request("{\"items\": [{\"custom_id\": \"item-1\", \"photo\": \"s3://photos/1.jpg\"}]}");
    send(request, Encoding.BINARY);
    send(request, Encoding.STRUCTURED);

    RunId run = RunId.fromString(started(request).path("runId").asText());
    RunTask listing = worker.awaitOffer(run, "list", 1);
    worker.carryOut(listing, outcomes.listed(listing, List.of(List.of(1)), List.of()));
    RunTask prepare = worker.awaitOffer(run, "prepare", 1);
    worker.carryOut(prepare, outcomes.prepared(prepare, List.of(1), List.of()));
    RunTask generate = worker.awaitOffer(run, "generate", 1);
    worker.carryOut(generate, outcomes.synthesised(generate, List.of(1), List.of()));

    CloudEvent ended = awaitAnswer(request, SynthesisEvents.ENDED);
    assertThat(ended.getExtension("requestsource")).isEqualTo(SHOP.toString());
    assertThat(data(ended).path("runId").asText()).isEqualTo(run.toString());
    assertThat(data(ended).path("state").asText()).isEqualTo("COMPLETED");
    assertThat(data(ended).at("/items/succeeded").asInt()).isEqualTo(1);
    // A request behind it in the same partition has been read, so the second one has, too
    CloudEvent next = request("{}");
    send(next, Encoding.BINARY);
    awaitAnswer(next, SynthesisEvents.REFUSED);
    assertThat(answers)
        .filteredOn(answer -> request.getId().equals(answer.getSubject()))
        .extracting(CloudEvent::getType)
        .containsExactly(SynthesisEvents.STARTED, SynthesisEvents.ENDED);
  }

  @Test
  void whatCannotBeBegunIsAnsweredWithItsReason() {
    Map<CloudEvent, String> refused = new HashMap<>();
    refused.put(request("{}"), "no-items");
    refused.put(request("{\"items\": 7}"), "bad-request");
    refused.put(request("{\"source\": \"s3://elsewhere/x/\"}"), "dataset-source-forbidden");
    refused.put(
        request("{\"source\": \"s3://photos/staff/\", \"name\": \"a\\u0000\"}"), "bad-field");
    refused.put(
        request("{\"source\": \"s3://photos/staff/\", \"file\": \"a\\u0000\"}"), "bad-field");
    refused.put(prioritised(1000), "bad-priority");
    refused.put(prioritised(-101), "bad-priority");
    refused.put(prioritised(50), "priority-needs-operator");
    refused.put(
        CloudEventBuilder.v1(request("{}")).withType("io.mien.other").build(), "unknown-type");

    refused.keySet().forEach(event -> send(event, Encoding.STRUCTURED));

    refused.forEach(
        (event, code) ->
            assertThat(data(awaitAnswer(event, SynthesisEvents.REFUSED)).path("code").asText())
                .isEqualTo(code));
  }

  @Test
  void brokenItemFailsAloneAndTheOthersAreBegun() {
    CloudEvent request =
        request(
            "{\"items\": [{\"custom_id\": \"a\", \"photo\": \"s3://photos/a.jpg\", \"face\": \"both\"}, {}]}");

    send(request, Encoding.BINARY);

    RunId run = RunId.fromString(started(request).path("runId").asText());
    ListItems listing = (ListItems) worker.awaitOffer(run, "list", 1).spec();
    assertThat(new String(store.read(listing.items()), UTF_8).lines())
        .containsExactly(
            "{\"custom_id\":\"a\",\"photo\":\"s3://photos/a.jpg\",\"face\":\"both\"}", "{}");
    cancel(run);
  }

  @Test
  void whatBreaksOnTheWayIsPutAsideAndAnswered() {
    CloudEvent request =
        request(
            "{\"items\": [{\"custom_id\": \"a\", \"photo\": \"s3://photos/a.jpg\"}], \"deadline\": \"%s\"}"
                .formatted(LATER_THAN_THE_DATABASE_KNOWS));

    send(request, Encoding.STRUCTURED);

    assertThat(data(awaitAnswer(request, SynthesisEvents.REFUSED)).path("code").asText())
        .isEqualTo("internal");
    assertThat(worker.awaitDeadLetter("shop").topic())
        .isEqualTo(Topics.dead(Topics.SYNTHESIS_REQUESTS));
  }

  @Test
  void whatIsNoCloudEventIsPutAside() {
    String key = ScriptedWorker.anyKey();

    worker.sendRaw(Topics.SYNTHESIS_REQUESTS, key, "hello".getBytes(UTF_8));

    assertThat(worker.awaitDeadLetter(key).topic())
        .isEqualTo(Topics.dead(Topics.SYNTHESIS_REQUESTS));
  }

  private JsonNode started(CloudEvent request) {
    return data(awaitAnswer(request, SynthesisEvents.STARTED));
  }

  private static void cancel(RunId run) {
    Api.request().post("/v1/syntheses/" + run + "/cancel");
  }

  private static CloudEvent prioritised(int priority) {
    return request("{\"source\": \"s3://photos/staff/\", \"priority\": %d}".formatted(priority));
  }

  private static CloudEvent request(String data) {
    return CloudEventBuilder.v1()
        .withId(UUID.randomUUID().toString())
        .withSource(SHOP)
        .withType(SynthesisEvents.REQUESTED)
        .withData("application/json", data.getBytes(UTF_8))
        .build();
  }

  private void send(CloudEvent event, Encoding encoding) {
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
      producer.send(new ProducerRecord<>(Topics.SYNTHESIS_REQUESTS, 0, "shop", event));
      producer.flush();
    }
  }

  private CloudEvent awaitAnswer(CloudEvent request, String type) {
    Awaitility.await().atMost(PATIENCE).until(() -> poll() && find(request, type) != null);
    return find(request, type);
  }

  private CloudEvent find(CloudEvent request, String type) {
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

  private static JsonNode data(CloudEvent event) {
    try {
      return WireJson.MAPPER.readTree(event.getData().toBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
