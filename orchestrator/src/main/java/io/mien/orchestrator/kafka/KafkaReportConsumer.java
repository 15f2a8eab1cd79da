package io.mien.orchestrator.kafka;

import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.event.Report;
import io.mien.orchestrator.event.ReportHandler;
import io.mien.orchestrator.event.ReportReader;
import io.mien.orchestrator.event.UnreadableReport;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what workers report. Offsets are committed after the database transaction, so a record may
 * be taken in twice and never not at all; a record that cannot be read, or whose own fault it is
 * that its transaction breaks, goes to the dead-letter topic and holds up nobody.
 */
public final class KafkaReportConsumer implements Step, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(KafkaReportConsumer.class);
  private static final Duration POLL = Duration.ofMillis(250);

  private final Membership membership;
  private final Database database;
  private final ReportHandler handler;
  private final KafkaDeadLetters deadLetters;

  public KafkaReportConsumer(
      KafkaClients clients,
      Database database,
      ReportHandler handler,
      KafkaDeadLetters deadLetters) {
    this.membership =
        new Membership(clients::reportConsumer, Topics.TASK_EVENTS, Topics.WORKER_EVENTS);
    this.database = database;
    this.handler = handler;
    this.deadLetters = deadLetters;
  }

  @Override
  public Progress step() {
    try {
      Consumer<String, byte[]> joined = membership.consumer();
      ConsumerRecords<String, byte[]> records = joined.poll(POLL);
      if (!records.isEmpty()) {
        takeOrRewind(joined, records);
      }
      return Progress.MORE;
    } catch (KafkaException e) {
      throw new Unavailable("kafka-unavailable", "Cannot read reports of workers: " + e, e);
    }
  }

  @Override
  public void close() {
    membership.close();
  }

  private void takeOrRewind(
      Consumer<String, byte[]> joined, ConsumerRecords<String, byte[]> records) {
    try {
      take(records);
      joined.commitSync(ends(records));
    } catch (RuntimeException e) {
      records
          .partitions()
          .forEach(
              partition ->
                  membership.rewind(partition, records.records(partition).get(0).offset()));
      throw e;
    }
  }

  private void take(ConsumerRecords<String, byte[]> records) {
    List<Received> reports = new ArrayList<>();
    for (ConsumerRecord<String, byte[]> record : records) {
      try {
        reports.add(new Received(record, ReportReader.read(record.topic(), record.value())));
      } catch (UnreadableReport e) {
        deadLetters.bury(record, e);
      }
    }
    try {
      takeTogether(reports.stream().map(Received::report).toList());
    } catch (RuntimeException e) {
      throwUnlessOfARecord(e);
      LOG.warn("One of {} reports cannot be taken in; each is tried alone.", reports.size(), e);
      reports.forEach(this::takeAlone);
    }
  }

  private void takeTogether(List<Report> reports) {
    database.run(tx -> handler.handle(tx, reports));
  }

  private void takeAlone(Received received) {
    try {
      takeTogether(List.of(received.report()));
    } catch (RuntimeException e) {
      throwUnlessOfARecord(e);
      deadLetters.bury(received.record(), e);
      refuse(received);
    }
  }

  /** The record is kept by now; what cannot even be refused waits for its lease to run out. */
  private void refuse(Received received) {
    try {
      database.run(tx -> handler.refuse(tx, received.report()));
    } catch (RuntimeException e) {
      throwUnlessOfARecord(e);
      LOG.error("Record {} cannot be refused", received.record().offset(), e);
    }
  }

  private static void throwUnlessOfARecord(RuntimeException e) {
    if (!Fault.isOfTheRecord(e)) {
      throw e;
    }
  }

  private static Map<TopicPartition, OffsetAndMetadata> ends(
      ConsumerRecords<String, byte[]> records) {
    Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
    for (TopicPartition partition : records.partitions()) {
      List<ConsumerRecord<String, byte[]>> some = records.records(partition);
      ends.put(partition, new OffsetAndMetadata(some.get(some.size() - 1).offset() + 1));
    }
    return ends;
  }

  private record Received(ConsumerRecord<String, byte[]> record, Report report) {}
}
