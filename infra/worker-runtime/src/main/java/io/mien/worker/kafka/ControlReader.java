package io.mien.worker.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.control.Order;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.failure.Unavailable;
import io.mien.store.json.WireJson;
import io.mien.worker.attempt.Attempts;
import io.mien.worker.attempt.Intake;
import io.mien.worker.loop.Step;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads every order to workers from the moment it is ready, and has those that concern us obeyed.
 */
public final class ControlReader implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(ControlReader.class);
  private static final Duration POLL = Duration.ofMillis(250);
  private static final CloseOptions CLOSE = CloseOptions.timeout(Duration.ofMillis(500));

  private final ClientSettings settings;
  private final Attempts attempts;
  private final Intake intake;
  private final Map<TopicPartition, Long> next = new HashMap<>();
  private @Nullable Consumer<byte[], byte[]> consumer;
  private final CountDownLatch ready = new CountDownLatch(1);

  public ControlReader(ClientSettings settings, Attempts attempts, Intake intake) {
    this.settings = settings;
    this.attempts = attempts;
    this.intake = intake;
  }

  /** Waits until every order that is sent from then on will be read; false when time is up. */
  public boolean awaitReady(Duration limit) throws InterruptedException {
    return ready.await(limit.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void step() {
    try {
      Consumer<byte[], byte[]> open = consumer == null ? open() : consumer;
      for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
        next.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        obey(record);
      }
    } catch (KafkaException e) {
      close();
      throw new Unavailable(
          "kafka-unavailable",
          "Cannot read %s: %s".formatted(Topics.TASK_CONTROL, e.getMessage()),
          e);
    }
  }

  @Override
  public void close() {
    if (consumer != null) {
      consumer.close(CLOSE); // whatever the broker still waits for
      consumer = null;
    }
  }

  private Consumer<byte[], byte[]> open() {
    Consumer<byte[], byte[]> opened = new KafkaConsumer<>(settings.control());
    consumer = opened;
    List<TopicPartition> partitions =
        opened.partitionsFor(Topics.TASK_CONTROL).stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    if (partitions.isEmpty()) {
      throw new Unavailable("topics-missing", "Kafka has no topic " + Topics.TASK_CONTROL);
    }
    opened.assign(partitions);
    for (TopicPartition partition : partitions) {
      Long position = next.get(partition);
      if (position == null) {
        opened.seekToEnd(List.of(partition));
        next.put(partition, opened.position(partition));
      } else {
        opened.seek(partition, position);
      }
    }
    ready.countDown();
    return opened;
  }

  private void obey(ConsumerRecord<byte[], byte[]> record) {
    try {
      Order order = WireJson.MAPPER.readValue(record.value(), Order.class);
      if (order instanceof TaskControl ofTask) {
        attempts.obey(ofTask);
      } else if (order instanceof WorkerControl toWorker) {
        intake.obey(toWorker);
      }
    } catch (IOException | IllegalArgumentException e) {
      LOG.warn(
          "Cannot read the order at offset {} of {}-{}; passing it over",
          record.offset(),
          record.topic(),
          record.partition(),
          e);
    }
  }
}
