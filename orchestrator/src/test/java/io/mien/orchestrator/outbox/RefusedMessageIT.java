package io.mien.orchestrator.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.Topics;
import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.dispatch.RefusedOffers;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaMessageSender;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.orchestrator.lease.Reporting;
import io.mien.orchestrator.loop.Step;
import io.mien.orchestrator.run.FacesPlan;
import io.mien.orchestrator.run.RunPlan;
import io.mien.orchestrator.task.Standing;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import io.mien.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages that Kafka never takes, in front of others. */
class RefusedMessageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration POLL = Duration.ofMillis(500);
  private static final String TOO_LONG = "x".repeat(Topics.LARGEST_MESSAGE_BYTES + (1 << 20));

  private final WorkerId behind = new WorkerId("ingest-worker/here/" + UUID.randomUUID());
  private final KafkaClients kafka =
      new KafkaClients(TestServers.kafka().bootstrapServers(), "refused-message-it");
  private final TaskTable table = new TaskTable();
  private final Reporting reporting = new Reporting(table);
  private final OutboxPublisher publisher =
      new OutboxPublisher(
          table.database,
          reporting.outbox,
          new KafkaMessageSender(kafka),
          new RefusedOffers(table.transitions, reporting.progress));

  @BeforeEach
  void makeTopics() {
    new KafkaTopics(kafka, 3).ensure();
  }

  @AfterEach
  void close() {
    kafka.close();
  }

  @Test
  void offerThatIsTooLargeFailsItsTaskAndHoldsUpNothing() {
    givePlan();
    table.queue(new Standing(Standing.NOBODY, 0), photoNamed(TOO_LONG));
    Task large = table.offer();
    table.database.run(
        tx -> {
          offer(tx, large);
          reporting.outbox.control(tx, new ResumeWorker(behind));
        });

    publishAll();

    awaitOrderTo(behind);
    assertThat(waiting()).isZero();
    assertThat(table.find(large).state()).isEqualTo(TaskState.FAILED);
    assertThat(table.find(large).view().error())
        .satisfies(error -> assertThat(error.code()).isEqualTo("offer-too-large"));
  }

  @Test
  void orderThatIsTooLargeIsLeftOutAndHoldsUpNothing() {
    table.database.run(
        tx -> {
          reporting.outbox.control(tx, new DrainWorker(TaskTable.WORKER, TOO_LONG));
          reporting.outbox.control(tx, new ResumeWorker(behind));
        });

    publishAll();

    awaitOrderTo(behind);
    assertThat(waiting()).isZero();
  }

  private void publishAll() {
    while (publisher.step() == Step.Progress.MORE) {
      // The outbox has another batch
    }
  }

  /** What fails its run must know its plan. */
  private void givePlan() {
    ObjectRef model = new ObjectRef(Bucket.MODELS, "tasks/x/1/y/m", 1, "00");
    RunPlan plan =
        new FacesPlan(
            new CheckpointId(new UUID(0, 1)),
            new PrefixRef(Bucket.MODELS, "tasks/x/1/y/", model),
            1,
            1);
    table.database.run(
        tx ->
            tx.update(
                "UPDATE run SET plan = CAST(? AS jsonb) WHERE run_id = ?",
                new Json(plan),
                table.runId()));
  }

  private static PreparePhoto photoNamed(String name) {
    return new PreparePhoto(
        new ObjectRef(Bucket.SYNTHESES, name, 1, "00"),
        new CropRecipe("cascade-v1", 64, 0.25, true));
  }

  private void offer(Transaction tx, Task task) {
    reporting.outbox.offer(
        tx,
        new RunTask(
            task.id(),
            task.view().runId(),
            task.view().step(),
            task.view().kind(),
            task.view().attempt(),
            task.spec(),
            TaskTable.LEASE,
            Duration.ofSeconds(10),
            Instant.EPOCH,
            null,
            null));
  }

  /** Returns once the topic of orders has one to this worker. */
  private static void awaitOrderTo(WorkerId worker) {
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", TestServers.kafka().bootstrapServers()),
            new StringDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(Topics.TASK_CONTROL).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Set<String> keys = new HashSet<>();
      await()
          .atMost(PATIENCE)
          .pollInSameThread()
          .until(
              () -> {
                consumer.poll(POLL).forEach(record -> keys.add(record.key()));
                return keys.contains(worker.value());
              });
    }
  }

  private long waiting() {
    return table
        .database
        .transact(
            tx -> tx.find("SELECT count(*) AS number FROM outbox", row -> row.number("number")))
        .orElseThrow();
  }
}
