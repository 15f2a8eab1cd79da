package io.mien.orchestrator.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.Topics;
import io.mien.orchestrator.database.DatabaseFailure;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaReportConsumer;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import io.mien.testkit.TestServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** PostgreSQL answers and takes nothing, as the server that is left after a failover may. */
class ReadOnlyDatabaseIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofSeconds(1);

  private final String bootstrapServers = TestServers.kafka().bootstrapServers();
  private final TaskTable table = new TaskTable();
  private final KafkaClients kafka =
      new KafkaClients(bootstrapServers, "read-only-it-" + UUID.randomUUID());
  private final KafkaReportConsumer reports = new Reporting(table).consumer(kafka);

  @BeforeEach
  void makeTopics() {
    new KafkaTopics(kafka, 3).ensure();
  }

  @AfterEach
  void close() {
    reports.close();
    kafka.close();
  }

  @Test
  void reportThatComesMeanwhileIsTakenInAfterwards() throws Exception {
    table.queue();
    Task offered = table.offer();
    String name = databaseName();
    Reporting.send(bootstrapServers, TaskTable.started(offered, TaskTable.WORKER));

    table.database.run(tx -> tx.update(setting(name, "SET") + " = on"));
    await().atMost(PATIENCE).pollInSameThread().until(this::isRefused);
    table.database.run(
        tx -> {
          tx.update("SET TRANSACTION READ WRITE");
          tx.update(setting(name, "RESET"));
        });

    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(
            () -> {
              reports.step();
              return table.find(offered).state() == TaskState.RUNNING;
            });
    assertThat(deadLetters()).extracting(ConsumerRecord::key).doesNotContain(key(offered));
  }

  private boolean isRefused() {
    try {
      reports.step();
      return false;
    } catch (DatabaseFailure e) {
      return true;
    }
  }

  private String databaseName() {
    return table
        .database
        .transact(tx -> tx.find("SELECT current_database() AS name", row -> row.text("name")))
        .orElseThrow();
  }

  /** New sessions have it, and the table has one for each transaction. */
  private static String setting(String database, String action) {
    return "ALTER DATABASE %s %s default_transaction_read_only".formatted(database, action);
  }

  private static String key(Task task) {
    return task.id().toString();
  }

  /** All that have ever been put aside of reports on tasks. */
  private List<ConsumerRecord<String, byte[]>> deadLetters() {
    List<ConsumerRecord<String, byte[]>> dead = new ArrayList<>();
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.dead(Topics.TASK_EVENTS)).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(one -> consumer.position(one) < ends.get(one))) {
        consumer.poll(POLL).forEach(dead::add);
      }
    }
    return dead;
  }
}
