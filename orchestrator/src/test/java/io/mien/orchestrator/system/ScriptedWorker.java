package io.mien.orchestrator.system;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.control.Order;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerEvent;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.store.json.WireJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * Workers of all kinds as the orchestrator knows them: by Kafka alone, and only what the test makes
 * them say.
 */
public final class ScriptedWorker implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** More than any worker may send. */
  private static final int LARGEST_RECORD = 3 * Topics.LARGEST_MESSAGE_BYTES;

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final List<RunTask> offers = new ArrayList<>();
  private int seen;
  private final List<Order> orders = new ArrayList<>();
  private final List<ConsumerRecord<String, byte[]>> dead = new ArrayList<>();

  public ScriptedWorker(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of(
                "bootstrap.servers",
                bootstrapServers,
                "compression.type",
                "gzip",
                "max.request.size",
                Integer.toString(LARGEST_RECORD)),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "auto.offset.reset", "latest"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Topics.all().stream()
            .filter(topic -> !topic.startsWith("task-events.v1") || topic.endsWith(".dead"))
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  public static WorkerId id(TaskKind kind, int number) {
    return new WorkerId(kind.shareGroup() + "/scripted/" + number);
  }

  /** A worker of each kind says that it has many slots. */
  public void appear() {
    Instant now = Instant.now();
    for (TaskKind kind : TaskKind.values()) {
      WorkerId id = id(kind, 1);
      report(
          new WorkerHeartbeat(id, now, kind, "scripted", 1, "1", 100, 0, "cpu", now, 1, 1, false));
    }
  }

  /** The newest offer for which this holds, once it is there. */
  public RunTask awaitOffer(Predicate<RunTask> wanted) {
    Awaitility.await().atMost(PATIENCE).until(() -> poll() && offers.stream().anyMatch(wanted));
    return offers.stream().filter(wanted).reduce((first, second) -> second).orElseThrow();
  }

  /** The offers of a run that have come since this was asked last. */
  List<RunTask> nextOffers(RunId run) throws IOException {
    poll();
    List<RunTask> next =
        offers.subList(seen, offers.size()).stream()
            .filter(offer -> offer.runId().equals(run))
            .toList();
    seen = offers.size();
    return next;
  }

  /** The offer of an attempt of a run's step, once it is there. */
  public RunTask awaitOffer(RunId run, String step, int attempt) {
    return awaitOffer(
        offer ->
            offer.runId().equals(run) && offer.step().equals(step) && offer.attempt() == attempt);
  }

  /** Starts an attempt, and ends it with this result. */
  public void carryOut(RunTask offer, TaskResult result) {
    start(offer, id(offer.kind(), 1));
    report(succeeded(offer, result));
  }

  /** What is reported of an attempt that ends with this result. */
  static TaskSucceeded succeeded(RunTask offer, TaskResult result) {
    WorkerId worker = id(offer.kind(), 1);
    return new TaskSucceeded(
        offer.taskId(), offer.attempt(), worker, Instant.now(), result, List.of(), 1 << 20);
  }

  /** An order about a task, once it is there. */
  public <T extends TaskControl> T awaitOrder(Class<T> type, TaskId taskId) {
    return awaitOrder(type, order -> order.taskId().equals(taskId));
  }

  /** An order to a worker, once it is there. */
  <T extends WorkerControl> T awaitOrder(Class<T> type, WorkerId worker) {
    return awaitOrder(type, order -> order.worker().equals(worker));
  }

  /** The first such order, once it is there. */
  public <T extends Order> T awaitOrder(Class<T> type, Predicate<T> which) {
    Predicate<Order> wanted = order -> type.isInstance(order) && which.test(type.cast(order));
    Awaitility.await().atMost(PATIENCE).until(() -> poll() && orders.stream().anyMatch(wanted));
    return type.cast(orders.stream().filter(wanted).findFirst().orElseThrow());
  }

  ConsumerRecord<String, byte[]> awaitDeadLetter(String key) {
    Predicate<ConsumerRecord<String, byte[]>> wanted = record -> key.equals(record.key());
    Awaitility.await().atMost(PATIENCE).until(() -> poll() && dead.stream().anyMatch(wanted));
    return dead.stream().filter(wanted).findFirst().orElseThrow();
  }

  public void start(RunTask offer, WorkerId worker) {
    report(new TaskStarted(offer.taskId(), offer.attempt(), worker, Instant.now()));
  }

  public void report(TaskEvent... events) {
    Arrays.stream(events)
        .forEach(event -> send(Topics.TASK_EVENTS, event.taskId().toString(), event));
  }

  /** A worker says something of itself. */
  public void report(WorkerEvent event) {
    send(Topics.WORKER_EVENTS, event.workerId().value(), event);
  }

  void sendRaw(String topic, String key, byte @Nullable [] value) {
    producer.send(new ProducerRecord<>(topic, key, value));
    producer.flush();
  }

  /** A key that no task has. */
  static String anyKey() {
    return UUID.randomUUID().toString();
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }

  private void send(String topic, String key, Object message) {
    try {
      sendRaw(topic, key, WireJson.MAPPER.writeValueAsBytes(message));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean poll() throws IOException {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
      if (record.topic().endsWith(".dead")) {
        dead.add(record);
      } else if (record.topic().equals(Topics.TASK_CONTROL)) {
        orders.add(WireJson.MAPPER.readValue(record.value(), Order.class));
      } else if (record.topic().startsWith("tasks.")) {
        offers.add(WireJson.MAPPER.readValue(record.value(), RunTask.class));
      }
    }
    return true;
  }
}
