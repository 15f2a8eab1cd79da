package io.mien.orchestrator.kafka;

import io.cloudevents.CloudEvent;
import io.cloudevents.kafka.CloudEventDeserializer;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.request.SynthesisRequests;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads requests for syntheses, CloudEvents in binary or structured mode, one at a time. Offsets
 * are committed once a request was started or answered, so it may be taken twice and never not at
 * all. While as much is going on as may, requests wait in Kafka. What is no CloudEvent is put
 * aside; so is what breaks on the way, and answered.
 */
public final class KafkaRequestConsumer implements Step, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaRequestConsumer.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Membership membership;
  private final SynthesisRequests requests;
  private final KafkaDeadLetters deadLetters;
  private final CloudEventDeserializer events = new CloudEventDeserializer();

  public KafkaRequestConsumer(
      KafkaClients clients, SynthesisRequests requests, KafkaDeadLetters deadLetters) {
    this.membership = new Membership(clients::requestConsumer, Topics.SYNTHESIS_REQUESTS);
    this.requests = requests;
    this.deadLetters = deadLetters;
  }

  @Override
  public Progress step() {
    try {
      Consumer<String, byte[]> joined = membership.consumer();
      // A paused consumer polls too, or it would be taken for dead
      if (requests.hasRoom()) {
        joined.resume(joined.paused());
      } else {
        joined.pause(joined.assignment());
      }
      for (ConsumerRecord<String, byte[]> record : joined.poll(POLL)) {
        takeOrRewind(joined, record);
      }
      return Progress.MORE;
    } catch (KafkaException e) {
      throw new Unavailable("kafka-unavailable", "Cannot read requests for syntheses: " + e, e);
    }
  }

  @Override
  public void close() {
    membership.close();
  }

  private void takeOrRewind(
      Consumer<String, byte[]> joined, ConsumerRecord<String, byte[]> record) {
    TopicPartition partition = new TopicPartition(record.topic(), record.partition());
    try {
      take(record);
      joined.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
    } catch (RuntimeException e) {
      membership.rewind(partition, record.offset());
      throw e;
    }
  }

  private void take(ConsumerRecord<String, byte[]> record) {
    CloudEvent event;
    try {
      event = events.deserialize(record.topic(), record.headers(), record.value());
    } catch (RuntimeException e) {
      deadLetters.bury(record, e);
      return;
    }
    try {
      requests.take(event);
    } catch (RuntimeException e) {
      if (!Fault.isOfTheRecord(e)) {
        throw e;
      }
      LOG.error("Event {} of {} failed", event.getId(), event.getSource(), e);
      deadLetters.bury(record, e);
      refuse(event);
    }
  }

  /** The record is kept by now; an id that not even the answer can have must hold up nobody. */
  private void refuse(CloudEvent event) {
    try {
      requests.refuseBroken(event);
    } catch (RuntimeException e) {
      if (!Fault.isOfTheRecord(e)) {
        throw e;
      }
      LOG.error("Event {} of {} cannot be answered", event.getId(), event.getSource(), e);
    }
  }
}
