package io.mien.orchestrator.lease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.Topics;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaEventHorizon;
import io.mien.orchestrator.kafka.KafkaReportConsumer;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.orchestrator.task.Task;
import io.mien.orchestrator.task.TaskTable;
import io.mien.testkit.TestServers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is concluded from silence, and what is not, while reports have not been read. */
class SilenceIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration OVER_AT_ONCE = Duration.ofMillis(1);
  private static final Duration OFFER_TIMEOUT = Duration.ofSeconds(30);
  private static final Progress HALF = new Progress("work", "items", 5, 10, 1);
  private static final List<String> REPORTS = List.of(Topics.TASK_EVENTS, Topics.WORKER_EVENTS);

  private final String bootstrapServers = TestServers.kafka().bootstrapServers();
  private final TaskTable table = new TaskTable();
  private final KafkaClients kafka =
      new KafkaClients(bootstrapServers, "silence-it-" + UUID.randomUUID());
  private final KafkaTopics topics = new KafkaTopics(kafka, 3);
  private final EventHorizon horizon =
      new KafkaEventHorizon(kafka, () -> table.database.transact(table.transitions::now));
  private final Reporting reporting = new Reporting(table);
  private final KafkaReportConsumer reports = reporting.consumer(kafka);
  private final Reaper reaper =
      new Reaper(table.database, table.transitions, reporting.progress, horizon, Reporting.BUDGETS);
  private final OfferExpiry offerExpiry =
      new OfferExpiry(
          table.database, table.transitions, reporting.progress, horizon, OFFER_TIMEOUT);

  @BeforeEach
  void makeTopics() {
    topics.ensure();
  }

  @AfterEach
  void close() {
    reports.close();
    kafka.close();
  }

  @Test
  void nobodyIsDeclaredSilentWhoseHeartbeatHasNotBeenRead() throws Exception {
    Task alive = startWithLeaseThatIsOver();
    Task silent = startWithLeaseThatIsOver();
    Reporting.send(
        bootstrapServers,
        new TaskHeartbeat(alive.id(), 1, TaskTable.WORKER, Instant.EPOCH, 1, HALF));

    reaper.step();
    reaper.step();

    assertThat(table.find(alive).state()).isEqualTo(TaskState.RUNNING);
    assertThat(table.find(silent).state()).isEqualTo(TaskState.RUNNING);

    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(
            () -> {
              reports.step();
              reaper.step();
              return table.find(silent).state() == TaskState.QUEUED;
            });

    assertThat(table.find(alive).state()).isEqualTo(TaskState.RUNNING);
    assertThat(table.find(alive).view().progress()).isEqualTo(HALF);
    assertThat(table.find(silent).view().interruptions()).isEqualTo(1);
  }

  @Test
  void offerThatWasLostWithEveryTopicIsMadeAgain() throws Exception {
    Task offered = offerThatIsOver();
    Reporting.send(
        bootstrapServers,
        new TaskHeartbeat(offered.id(), 1, TaskTable.WORKER, Instant.EPOCH, 1, HALF));
    offerExpiry.step();
    assertThat(horizon.caughtUpTo()).isEmpty();
    assertThat(table.find(offered).state()).isEqualTo(TaskState.OFFERED);

    loseTopics();

    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .ignoreException(io.mien.contracts.failure.Unavailable.class)
        .until(
            () -> {
              offerExpiry.step();
              return table.find(offered).state() == TaskState.QUEUED;
            });
    Task again = table.offer();
    assertThat(again.id()).isEqualTo(offered.id());
    assertThat(again.view().attempt()).isEqualTo(2);
  }

  @Test
  void offerThatKafkaDidNotTakeYetIsNotTakenForOneThatNobodyTook() {
    OfferExpiry caughtUp =
        new OfferExpiry(
            table.database,
            table.transitions,
            reporting.progress,
            () -> Optional.of(table.database.transact(table.transitions::now)),
            OFFER_TIMEOUT);
    Task offered = offerThatIsOver();
    table.database.run(
        tx ->
            tx.update(
                "INSERT INTO outbox (topic, record_key, message, created_at) VALUES (?, ?, '{}', now() - interval '1 minute')",
                Topics.tasks(TaskKind.INGEST),
                offered.id().toString()));

    caughtUp.step();
    assertThat(table.find(offered).state()).isEqualTo(TaskState.OFFERED);

    // When it has left, its time begins
    table.database.run(tx -> tx.update("DELETE FROM outbox"));
    caughtUp.step();
    assertThat(table.find(offered).state()).isEqualTo(TaskState.OFFERED);
    assertThat(offersExpired(offered)).isZero();

    table.database.run(
        tx -> tx.update("UPDATE task SET offer_expires_at = now() - interval '1 second'"));
    caughtUp.step();
    assertThat(table.find(offered).state()).isEqualTo(TaskState.QUEUED);
    assertThat(offersExpired(offered)).isOne();
  }

  private int offersExpired(Task task) {
    return table
        .database
        .transact(
            tx ->
                tx.find(
                    "SELECT offers_expired FROM task WHERE task_id = ?",
                    row -> row.integer("offers_expired"),
                    task.id()))
        .orElseThrow();
  }

  private Task startWithLeaseThatIsOver() {
    table.queue();
    Task offered = table.offer();
    return table
        .database
        .transact(
            tx ->
                table.transitions.start(
                    tx, List.of(TaskTable.started(offered, TaskTable.WORKER)), OVER_AT_ONCE))
        .get(0);
  }

  private Task offerThatIsOver() {
    Task queued = table.queue();
    return table
        .database
        .transact(tx -> table.transitions.offer(tx, List.of(queued.id()), OVER_AT_ONCE))
        .get(0);
  }

  /** Deletes the report topics, and waits until there are others of the same names. */
  private void loseTopics() throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
      Map<String, Uuid> lost = topicIds(admin);
      admin.deleteTopics(REPORTS).all().get();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                topics.ensure();
                Map<String, Uuid> found = topicIds(admin);
                return REPORTS.stream().noneMatch(name -> lost.get(name).equals(found.get(name)));
              });
    }
  }

  private static Map<String, Uuid> topicIds(Admin admin) throws Exception {
    return admin.describeTopics(REPORTS).allTopicNames().get().values().stream()
        .collect(Collectors.toMap(TopicDescription::name, TopicDescription::topicId));
  }
}
