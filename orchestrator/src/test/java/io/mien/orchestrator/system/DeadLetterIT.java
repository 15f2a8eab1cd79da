package io.mien.orchestrator.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.DatasetListed;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Records that are of no use; each is followed, on its partition, by one that is. */
@QuarkusTest
@WithTestResource(OrchestratorServers.class)
class DeadLetterIT {

  private static final WorkerId WORKER = ScriptedWorker.id(TaskKind.INGEST, 1);

  @ConfigProperty(name = "mien.kafka.bootstrap-servers")
  String bootstrapServers;

  @Inject ObjectStore store;

  @TempDir Path folder;

  private ScriptedWorker worker;
  private RunTask offer;

  @BeforeEach
  void takeOffer() {
    Api.awaitUp();
    worker = new ScriptedWorker(bootstrapServers);
    worker.appear();
    var run = Api.startRun(folder).runId();
    offer = worker.awaitOffer(one -> one.runId().equals(run));
  }

  @AfterEach
  void close() {
    worker.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"type\":\"Nonsense\"}", "null", "[]", "", "{\"type\":\"TaskFailed\"}"})
  void unreadableReportIsPutAsideWithItsReasonAndHoldsUpNobody(String report) {
    byte[] value = report.getBytes(StandardCharsets.UTF_8);
    ConsumerRecord<String, byte[]> dead = bury(Topics.TASK_EVENTS, value);

    assertThat(dead.value()).isEqualTo(value);
    assertThat(header(dead, "mien-reason")).isNotBlank();
    assertThat(header(dead, "mien-topic")).isEqualTo(Topics.TASK_EVENTS);
    assertStarts();
  }

  @ParameterizedTest
  @ValueSource(strings = {Topics.TASK_EVENTS, Topics.WORKER_EVENTS})
  void recordWithoutValueIsPutAsideAndHoldsUpNobody(String topic) {
    ConsumerRecord<String, byte[]> dead = bury(topic, null);

    assertThat(dead.value()).isNull();
    assertThat(header(dead, "mien-reason")).isEqualTo("It is empty.");
    assertStarts();
  }

  @Test
  void wordOfNoWorkerIsPutAside() {
    ConsumerRecord<String, byte[]> dead =
        bury(Topics.WORKER_EVENTS, "null".getBytes(StandardCharsets.UTF_8));

    assertThat(header(dead, "mien-reason")).isEqualTo("It lacks a worker.");
  }

  @Test
  void reportAsLargeAsWorkersMaySendIsPutAsideWhole() {
    byte[] value = new byte[Topics.LARGEST_MESSAGE_BYTES - 10_000];
    new Random(3).nextBytes(value);
    ConsumerRecord<String, byte[]> dead = bury(Topics.TASK_EVENTS, value);

    assertThat(dead.value()).isEqualTo(value);
    assertStarts();
  }

  @Test
  void reportTooLargeToBeKeptLeavesANoteAndHoldsUpNobody() {
    byte[] value = new byte[2 * Topics.LARGEST_MESSAGE_BYTES];
    ConsumerRecord<String, byte[]> dead = bury(Topics.TASK_EVENTS, value);

    assertThat(dead.value()).isNull();
    assertThat(header(dead, "mien-left-out")).isEqualTo(value.length + " bytes");
    assertThat(header(dead, "mien-offset")).isNotBlank();
    assertStarts();
  }

  @Test
  void reportWithFieldsOfALaterVersionIsTakenIn() {
    ObjectNode later =
        WireJson.MAPPER.valueToTree(new TaskStarted(offer.taskId(), 1, WORKER, Instant.now()));
    later.put("sinceVersionTwo", true).putArray("alsoSinceVersionTwo").add(2);

    worker.sendRaw(
        Topics.TASK_EVENTS,
        offer.taskId().toString(),
        later.toString().getBytes(StandardCharsets.UTF_8));

    assertThat(Api.awaitTask(offer.taskId(), TaskState.RUNNING).workerId()).isEqualTo(WORKER);
  }

  @Test
  void failureThatCannotBeStoredEndsItsAttemptInOurWords() {
    assertStarts();
    worker.report(
        new TaskFailed(
            offer.taskId(),
            1,
            WORKER,
            Instant.now(),
            new TaskError(TaskError.Category.INTERNAL, "bug", "It broke at \u0000.", "f")));

    assertRefused();
  }

  @Test
  void resultThatCannotBeStoredEndsItsAttemptInOurWords() {
    assertStarts();
    DatasetListed good = (DatasetListed) new Outcomes(store).of(offer);
    ObjectRef bad = new ObjectRef(Bucket.DATASETS, "tasks/\u0000", 1, "00");
    DatasetListed.Part unreadable = new DatasetListed.Part(bad, 1, List.of());
    worker.report(
        new TaskSucceeded(
            offer.taskId(),
            1,
            WORKER,
            Instant.now(),
            new DatasetListed(
                good.listing(),
                good.layout(),
                good.reason(),
                good.files(),
                good.rejections(),
                List.of(unreadable)),
            List.of(),
            1));

    assertRefused();
  }

  private void assertRefused() {
    RunTask second =
        worker.awaitOffer(one -> one.taskId().equals(offer.taskId()) && one.attempt() == 2);
    TaskView task = Api.task(second.taskId());
    assertThat(task.error().code()).isEqualTo("report-refused");
    assertThat(task.failures()).isEqualTo(1);
    assertThat(task.interruptions()).isZero();
    assertThat(worker.awaitDeadLetter(offer.taskId().toString()).value()).isNotEmpty();
  }

  private ConsumerRecord<String, byte[]> bury(String topic, byte @Nullable [] value) {
    String key = offer.taskId().toString();
    worker.sendRaw(topic, key, value);
    return worker.awaitDeadLetter(key);
  }

  private void assertStarts() {
    worker.start(offer, WORKER);
    assertThat(Api.awaitTask(offer.taskId(), TaskState.RUNNING).workerId()).isEqualTo(WORKER);
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
