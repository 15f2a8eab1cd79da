package io.mien.orchestrator.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.store.json.WireJson;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** An ingest worker as the orchestrator knows it: by what it reports through Kafka. */
final class ReportingWorker implements AutoCloseable {

  private static final long MEBIBYTE = 1L << 20;

  private final WorkerId id = new WorkerId("ingest-worker/dashboard-it/" + UUID.randomUUID());
  private final KafkaProducer<String, byte[]> producer;

  ReportingWorker(String bootstrapServers) {
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  void appears() {
    Instant now = Instant.now();
    send(
        Topics.WORKER_EVENTS,
        id.value(),
        new WorkerHeartbeat(
            id,
            now,
            TaskKind.INGEST,
            "dashboard-it",
            4711,
            "1",
            1,
            0,
            "cpu",
            now,
            MEBIBYTE,
            MEBIBYTE));
  }

  void starts(TaskView task) {
    report(task, new TaskStarted(task.taskId(), task.attempt(), id, Instant.now()));
  }

  void progresses(TaskView task, long done, long total) {
    Progress progress = new Progress("detect faces", "images", done, total, 12.5);
    report(
        task, new TaskHeartbeat(task.taskId(), task.attempt(), id, Instant.now(), done, progress));
  }

  void fails(TaskView task, TaskError error) {
    report(task, new TaskFailed(task.taskId(), task.attempt(), id, Instant.now(), error));
  }

  /** Stops in good order, so that no later task is offered to it. */
  @Override
  public void close() {
    try (producer) {
      send(Topics.WORKER_EVENTS, id.value(), new WorkerStopped(id, Instant.now()));
    }
  }

  private void report(TaskView task, Object event) {
    send(Topics.TASK_EVENTS, task.taskId().toString(), event);
  }

  private void send(String topic, String key, Object message) {
    try {
      byte[] json = WireJson.MAPPER.writeValueAsBytes(message);
      producer.send(new ProducerRecord<>(topic, key, json)).get();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write as JSON: " + message, e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("Kafka did not take a report for " + topic, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while reporting to " + topic, e);
    }
  }
}
