package io.mien.worker.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskEvent;
import io.mien.store.json.WireJson;
import io.mien.worker.attempt.EventSink;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reports on {@code task-events.v1}, keyed by task, which keeps each task's order. */
public final class KafkaEventSink implements EventSink {

  private final Publisher publisher;

  public KafkaEventSink(Publisher publisher) {
    this.publisher = publisher;
  }

  @Override
  public void publish(TaskEvent event) {
    publisher.publish(record(event));
  }

  @Override
  public CompletableFuture<Void> send(TaskEvent event) {
    return publisher.send(record(event));
  }

  private static ProducerRecord<byte[], byte[]> record(TaskEvent event) {
    try {
      return new ProducerRecord<>(
          Topics.TASK_EVENTS,
          Publisher.key(event.taskId()),
          WireJson.MAPPER.writeValueAsBytes(event));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write " + event + " as JSON", e);
    }
  }
}
