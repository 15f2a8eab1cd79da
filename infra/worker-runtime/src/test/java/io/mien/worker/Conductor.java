package io.mien.worker;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.Topics;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.store.json.WireJson;
import io.mien.testkit.TestServers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Plays the orchestrator: offers, orders, and everything that workers have said meanwhile. */
final class Conductor implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final KafkaProducer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final List<ConsumerRecord<byte[], byte[]>> heard = new ArrayList<>();

  Conductor() {
    TestServers.kafka().createTopics(Topics.all().toArray(String[]::new));
    Map<String, Object> settings =
        Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers());
    producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Topics.all().stream()
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  void offer(RunTask task) {
    send(Topics.tasks(task.kind()), task.taskId(), json(task));
  }

  void order(TaskControl order) {
    send(Topics.TASK_CONTROL, order.taskId(), json(order));
  }

  void order(WorkerControl order) {
    send(Topics.TASK_CONTROL, order.worker(), json(order));
  }

  void send(String topic, Object key, byte[] value) {
    try {
      producer
          .send(new ProducerRecord<>(topic, key.toString().getBytes(StandardCharsets.UTF_8), value))
          .get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("Cannot send to " + topic, e);
    }
  }

  /** The first event of this type and task, once there is one. */
  <T extends TaskEvent> T awaitEvent(TaskId task, Class<T> type) {
    return awaitPresent(
        type.getSimpleName() + " of " + task,
        () -> events(task).stream().filter(type::isInstance).map(type::cast).findFirst());
  }

  <T extends WorkerEvent> T awaitWorkerEvent(WorkerRuntime worker, Class<T> type) {
    return awaitPresent(
        type.getSimpleName() + " of " + worker.id(), () -> of(worker, type).findFirst());
  }

  List<WorkerHeartbeat> heartbeats(WorkerRuntime worker) {
    return of(worker, WorkerHeartbeat.class).toList();
  }

  private <T extends WorkerEvent> Stream<T> of(WorkerRuntime worker, Class<T> type) {
    return heard(Topics.WORKER_EVENTS).stream()
        .map(record -> read(record, WorkerEvent.class))
        .filter(event -> event.workerId().equals(worker.id()))
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** Everything about a task so far, in order. */
  List<TaskEvent> events(TaskId task) {
    return heard(Topics.TASK_EVENTS).stream()
        .map(record -> read(record, TaskEvent.class))
        .filter(event -> event.taskId().equals(task))
        .toList();
  }

  List<ConsumerRecord<byte[], byte[]>> heard(String topic) {
    consumer.poll(Duration.ofMillis(50)).forEach(heard::add);
    return heard.stream().filter(record -> record.topic().equals(topic)).toList();
  }

  <T> T awaitPresent(String what, Supplier<Optional<T>> search) {
    return await(what)
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(search::get, Optional::isPresent)
        .orElseThrow();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }

  private static <T> T read(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
    try {
      return WireJson.MAPPER.readValue(record.value(), type);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] json(Object message) {
    try {
      return WireJson.MAPPER.writeValueAsBytes(message);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
