package io.mien.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.mien.worker.WorkerRuntime;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** The whole application, as it is wired, on real servers. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class IngestWorkerIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final WorkerRuntime runtime;
  private final ObjectStore store;
  private final IngestConfig config;

  @Inject
  IngestWorkerIT(WorkerRuntime runtime, ObjectStore store, IngestConfig config) {
    this.runtime = runtime;
    this.store = store;
    this.config = config;
  }

  @Test
  void anOfferedPhotoComesBackAsACrop() throws Exception {
    await("the worker takes offers").atMost(PATIENCE).until(runtime::isReady);
    byte[] face = MixedDataset.encode(MixedDataset.DRAWN.faces().get(0).render(256), "png");
    ObjectRef photo = store.put(Bucket.SYNTHESES, "uploads/it/photo", face, "image/png");
    RunTask task = offer(new PreparePhoto(photo, new CropRecipe("cascade-v1", 64, 0.15, true)));

    try (KafkaProducer<byte[], byte[]> producer =
        new KafkaProducer<>(kafka(), new ByteArraySerializer(), new ByteArraySerializer())) {
      byte[] value = WireJson.MAPPER.writeValueAsBytes(task);
      producer.send(new ProducerRecord<>(Topics.tasks(TaskKind.INGEST), value)).get();
    }

    PhotoPrepared result = (PhotoPrepared) succeeded(task.taskId()).result();
    assertThat(store.read(result.crop())).startsWith(0x89, 'P', 'N', 'G');
  }

  private TaskSucceeded succeeded(TaskId task) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(kafka(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      consumer.assign(
          consumer.partitionsFor(Topics.TASK_EVENTS).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList());
      consumer.seekToBeginning(consumer.assignment());
      return await("the end of task " + task)
          .atMost(PATIENCE)
          .pollInSameThread()
          .until(() -> success(consumer, task), Optional::isPresent)
          .orElseThrow();
    }
  }

  private static Optional<TaskSucceeded> success(
      KafkaConsumer<byte[], byte[]> consumer, TaskId task) throws IOException {
    for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
      TaskEvent event = WireJson.MAPPER.readValue(record.value(), TaskEvent.class);
      if (event.taskId().equals(task) && event instanceof TaskSucceeded success) {
        return Optional.of(success);
      }
    }
    return Optional.empty();
  }

  private Map<String, Object> kafka() {
    return Map.of("bootstrap.servers", config.kafka().bootstrapServers());
  }

  private static RunTask offer(PreparePhoto spec) {
    return new RunTask(
        new TaskId(UUID.randomUUID()),
        new RunId(UUID.randomUUID()),
        "prepare",
        TaskKind.INGEST,
        1,
        spec,
        Duration.ofSeconds(60),
        Duration.ofSeconds(10),
        Instant.now(),
        null,
        null);
  }
}
