package io.mien.worker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.DrainWorker;
import io.mien.contracts.control.ResumeWorker;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.event.Measure;
import io.mien.contracts.event.Progress;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError.Category;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.contracts.worker.WorkerHeartbeat;
import io.mien.contracts.worker.WorkerStopped;
import io.mien.store.ObjectStore;
import io.mien.store.json.WireJson;
import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerRuntimeIT extends WorkerTest {

  @Test
  void offerIsStartedReportsAndSucceedsWithItsOutputs() {
    RunTask task = Samples.task();
    CountDownLatch seen = new CountDownLatch(1);
    conductor.offer(task);

    WorkerRuntime worker = start(context -> everything(context, seen));

    assertThat(conductor.awaitEvent(task.taskId(), TaskHeartbeat.class).progress())
        .isEqualTo(new Progress("test", "images", 5, 10, 0));
    seen.countDown();
    TaskSucceeded end = conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
    assertThat(end.result()).isEqualTo(Samples.result());
    assertThat(end.workerId()).isEqualTo(worker.id());
    assertThat(end.outputs())
        .extracting(ObjectRef::key)
        .containsExactly(
            key(task, worker, "sample.png"),
            key(task, worker, "state/weights.bin"),
            key(task, worker, "state/state.json"));
    assertThat(store.read(end.outputs().get(2))).asString().isEqualTo("{}");
    assertThat(end.peakMemoryBytes()).isGreaterThan(10_000_000);

    assertThat(conductor.events(task.taskId()).get(0)).isInstanceOf(TaskStarted.class);
    assertThat(conductor.awaitEvent(task.taskId(), TaskMeasured.class).measures())
        .containsExactly(new Measure(1, "critic/penalty", 0.5));
    assertThat(conductor.awaitEvent(task.taskId(), TaskSampled.class).image().key())
        .isEqualTo(key(task, worker, "sample.png"));
    assertThat(conductor.awaitEvent(task.taskId(), TaskCheckpointed.class).state().prefix())
        .isEqualTo(key(task, worker, "state/"));
  }

  private static TaskResult everything(TaskContext context, CountDownLatch seen) throws Exception {
    context.progress(new Progress("test", "images", 5, 10, 0));
    context.measured(List.of(new Measure(1, "critic/penalty", 0.5)));
    byte[] picture = "png".getBytes(StandardCharsets.UTF_8);
    context.sampled(
        1,
        context.outputs().put(Bucket.MODELS, "sample.png", picture, "image/png"),
        List.of("input", "happy"));
    Path state = Files.createDirectory(context.workDirectory().resolve("state"));
    Files.writeString(state.resolve("weights.bin"), "weights");
    Files.writeString(state.resolve("state.json"), "{}");
    PrefixRef set = context.outputs().putDirectory(Bucket.MODELS, "state", state, "state.json");
    context.checkpointed(1, set);
    seen.await();
    return Samples.result();
  }

  @Test
  void failuresSayWhatToDo() {
    start(
        context -> {
          switch (context.task().attempt()) {
            case 1 -> throw new IllegalStateException("broken");
            case 2 -> throw new InvalidInput("no-face", "no face in the photo");
            case 3 -> throw new OutOfMemoryError("native memory");
            default -> {
              return Samples.result();
            }
          }
        });

    assertThat(failureOf(1)).isEqualTo(Category.INTERNAL);
    assertThat(failureOf(2)).isEqualTo(Category.INVALID_INPUT);
    assertThat(failureOf(3)).isEqualTo(Category.RESOURCE_EXHAUSTED);
    RunTask next = Samples.attempt(Samples.task().taskId(), 4);
    conductor.offer(next);
    conductor.awaitEvent(next.taskId(), TaskSucceeded.class);
  }

  private Category failureOf(int attempt) {
    RunTask task = Samples.attempt(Samples.task().taskId(), attempt);
    conductor.offer(task);
    return conductor.awaitEvent(task.taskId(), TaskFailed.class).error().category();
  }

  @Test
  void cancelReachesARunningHandler() {
    RunTask task = Samples.task();
    start(WorkerTest::untilStopped);
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    conductor.order(new CancelTask(task.taskId(), "not needed any more"));

    assertThat(conductor.awaitEvent(task.taskId(), TaskCancelled.class).attempt()).isEqualTo(1);
  }

  @Test
  void revokedAttemptReportsNothingAndFreesItsSlot() {
    RunTask revoked = Samples.task();
    WorkerRuntime worker = start(WorkerTest::untilStopped);
    conductor.offer(revoked);
    conductor.awaitEvent(revoked.taskId(), TaskStarted.class);
    conductor.order(new RevokeTask(revoked.taskId(), 2, null));
    conductor.order(new RevokeTask(revoked.taskId(), 1, worker.id()));

    RunTask next = Samples.task();
    conductor.offer(next);
    conductor.awaitEvent(next.taskId(), TaskStarted.class);

    assertThat(conductor.events(revoked.taskId()))
        .allMatch(event -> event instanceof TaskStarted || event instanceof TaskHeartbeat);
  }

  @Test
  void busyWorkerLeavesOffersToOthers() {
    CountDownLatch firstEnds = new CountDownLatch(1);
    CountDownLatch secondEnds = new CountDownLatch(1);
    RunTask first = Samples.task();
    RunTask second = Samples.task();
    RunTask third = Samples.task();
    start(context -> blocked(context, first, firstEnds, secondEnds));
    start(context -> blocked(context, first, firstEnds, secondEnds));

    conductor.offer(first);
    conductor.offer(second);
    TaskStarted one = conductor.awaitEvent(first.taskId(), TaskStarted.class);
    TaskStarted two = conductor.awaitEvent(second.taskId(), TaskStarted.class);
    assertThat(one.workerId()).isNotEqualTo(two.workerId());

    conductor.offer(third);
    secondEnds.countDown();
    TaskStarted three = conductor.awaitEvent(third.taskId(), TaskStarted.class);
    assertThat(three.workerId()).isEqualTo(two.workerId());
    conductor.awaitEvent(third.taskId(), TaskSucceeded.class);
    firstEnds.countDown();
    conductor.awaitEvent(first.taskId(), TaskSucceeded.class);
  }

  @Test
  void workerRunsAsManyTasksAsItHasSlots() {
    CountDownLatch end = new CountDownLatch(1);
    List<RunTask> tasks = List.of(Samples.task(), Samples.task(), Samples.task());
    start(
        2,
        context -> {
          end.await();
          return Samples.result();
        });

    tasks.forEach(conductor::offer);
    await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> startedOf(tasks) == 2);
    end.countDown();

    tasks.forEach(task -> conductor.awaitEvent(task.taskId(), TaskSucceeded.class));
  }

  private long startedOf(List<RunTask> tasks) {
    return tasks.stream().filter(task -> !conductor.events(task.taskId()).isEmpty()).count();
  }

  private static TaskResult blocked(
      TaskContext context, RunTask first, CountDownLatch firstEnds, CountDownLatch otherEnds)
      throws InterruptedException {
    boolean isFirst = context.task().taskId().equals(first.taskId());
    (isFirst ? firstEnds : otherEnds).await();
    return Samples.result();
  }

  @Test
  void workersThatStartOneAttemptDoNotOverwriteEachOther() {
    RunTask task = Samples.task();
    CountDownLatch bothWrote = new CountDownLatch(2);
    AtomicInteger number = new AtomicInteger();
    TaskHandler writer =
        context -> {
          byte[] content =
              ("bytes of " + number.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
          context.outputs().put(Bucket.MODELS, "weights.bin", content, "text/plain");
          bothWrote.countDown();
          bothWrote.await();
          return Samples.result();
        };
    start(writer);
    start(writer);

    conductor.offer(task);
    conductor.offer(task);

    List<TaskSucceeded> ends = conductor.awaitPresent("both ends", () -> bothEnds(task));
    assertThat(ends).extracting(TaskSucceeded::workerId).doesNotHaveDuplicates();
    assertThat(ends)
        .extracting(end -> new String(store.read(end.outputs().get(0)), StandardCharsets.UTF_8))
        .containsExactlyInAnyOrder("bytes of 1", "bytes of 2");
  }

  private Optional<List<TaskSucceeded>> bothEnds(RunTask task) {
    List<TaskSucceeded> ends =
        conductor.events(task.taskId()).stream()
            .filter(TaskSucceeded.class::isInstance)
            .map(TaskSucceeded.class::cast)
            .toList();
    return Optional.of(ends).filter(all -> all.size() == 2);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void offerIsAcknowledgedWhileItsTaskRuns(int slots) {
    RunTask task = Samples.task();
    CountDownLatch end = new CountDownLatch(1);
    start(
        slots,
        context -> {
          end.await();
          return Samples.result();
        });
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    await().atMost(Duration.ofSeconds(30)).until(() -> acknowledgements() == 1);

    end.countDown();
    conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
  }

  /** How many Kafka has got from the workers of this JVM, by their clients' own count. */
  private static double acknowledgements() throws JMException {
    MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    double all = 0;
    for (ObjectName client :
        beans.queryNames(
            new ObjectName("kafka.consumer:type=consumer-share-fetch-manager-metrics,client-id=*"),
            null)) {
      all += (double) beans.getAttribute(client, "acknowledgements-send-total");
    }
    return all;
  }

  @Test
  void offerThatComesTwiceRunsOnce() {
    RunTask task = Samples.task();
    RunTask next = Samples.task();
    start(context -> Samples.result());

    conductor.offer(task);
    conductor.offer(task);
    conductor.offer(next);
    conductor.awaitEvent(next.taskId(), TaskSucceeded.class);

    assertThat(conductor.events(task.taskId()))
        .filteredOn(TaskStarted.class::isInstance)
        .hasSize(1);
  }

  @Test
  void unreadableOfferIsBuriedAndDoesNotBlock() {
    RunTask next = Samples.task();
    start(context -> Samples.result());

    conductor.send(
        Topics.tasks(TaskKind.INGEST),
        "nobody",
        "{\"attempt\":1}".getBytes(StandardCharsets.UTF_8));
    conductor.offer(next);
    conductor.awaitEvent(next.taskId(), TaskSucceeded.class);

    String dead = Topics.dead(Topics.tasks(TaskKind.INGEST));
    var record =
        conductor.awaitPresent("dead letter", () -> conductor.heard(dead).stream().findFirst());
    assertThat(record.value()).asString().isEqualTo("{\"attempt\":1}");
    assertThat(record.headers().lastHeader("mien-reason").value()).asString().contains("lacks ids");
  }

  @Test
  void offerWithFieldsOfALaterVersionRuns() {
    RunTask task = Samples.task();
    ObjectNode later = WireJson.MAPPER.valueToTree(task);
    later.put("sinceVersionTwo", true).putObject("alsoSinceVersionTwo").put("depth", 2);
    ((ObjectNode) later.get("spec")).put("sinceVersionTwo", "x");
    start(context -> Samples.result());

    conductor.send(Topics.tasks(TaskKind.INGEST), task.taskId(), bytes(later));

    assertThat(conductor.awaitEvent(task.taskId(), TaskSucceeded.class).attempt()).isEqualTo(1);
  }

  @Test
  void workThatOnlyLaterVersionsKnowIsPutAsideAndDoesNotBlock() {
    RunTask unknown = Samples.task();
    ObjectNode later = WireJson.MAPPER.valueToTree(unknown);
    ((ObjectNode) later.get("spec")).put("type", "WorkOfVersionTwo");
    RunTask next = Samples.task();
    start(context -> Samples.result());

    conductor.send(Topics.tasks(TaskKind.INGEST), unknown.taskId(), bytes(later));
    conductor.offer(next);

    conductor.awaitEvent(next.taskId(), TaskSucceeded.class);
    assertThat(conductor.events(unknown.taskId())).isEmpty();
    conductor.awaitPresent(
        "dead letter",
        () ->
            conductor.heard(Topics.dead(Topics.tasks(TaskKind.INGEST))).stream()
                .filter(record -> new String(record.value(), UTF_8).contains("WorkOfVersionTwo"))
                .findFirst());
  }

  @Test
  void orderThatOnlyLaterVersionsKnowIsPassedOver() {
    RunTask task = Samples.task();
    start(WorkerTest::untilStopped);
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    ObjectNode later = WireJson.MAPPER.valueToTree(new CancelTask(task.taskId(), "x"));
    conductor.send(
        Topics.TASK_CONTROL, task.taskId(), bytes(later.put("type", "OrderOfVersionTwo")));
    conductor.order(new CancelTask(task.taskId(), "not needed any more"));

    conductor.awaitEvent(task.taskId(), TaskCancelled.class);
  }

  private static byte[] bytes(ObjectNode message) {
    return message.toString().getBytes(UTF_8);
  }

  @Test
  void stoppingWorkerHandsItsTaskBack() {
    RunTask task = Samples.task();
    WorkerRuntime worker = start(WorkerTest::untilStopped);
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    worker.stop();

    assertThat(conductor.awaitEvent(task.taskId(), TaskInterrupted.class).reason())
        .isEqualTo(TaskInterrupted.Reason.DRAINED);
    conductor.awaitWorkerEvent(worker, WorkerStopped.class);
    assertThat(worker.isReady()).isFalse();
    assertThat(workDirectory).isEmptyDirectory();
  }

  @Test
  void attemptThatIsAskedToYieldStopsAndTheWorkerTakesTheNextOffer() {
    RunTask task = Samples.task();
    RunTask urgent = Samples.task();
    start(
        context -> {
          if (context.task().taskId().equals(task.taskId())) {
            WorkerTest.untilStopped(context);
          }
          return Samples.result();
        });
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    conductor.order(new YieldTask(task.taskId(), task.attempt() + 1, "not meant for this attempt"));
    conductor.order(new YieldTask(task.taskId(), task.attempt(), "a more urgent task waits"));

    assertThat(conductor.awaitEvent(task.taskId(), TaskInterrupted.class).reason())
        .isEqualTo(TaskInterrupted.Reason.YIELDED);
    conductor.offer(urgent);
    conductor.awaitEvent(urgent.taskId(), TaskSucceeded.class);
  }

  @Test
  void drainedWorkerTakesNoOffersUntilItIsResumed() {
    RunTask task = Samples.task();
    WorkerRuntime worker = start(context -> Samples.result());
    conductor.awaitWorkerEvent(worker, WorkerHeartbeat.class);

    conductor.order(new DrainWorker(worker.id(), "new memory"));
    awaitHeartbeat(worker, true);
    conductor.offer(task);
    awaitHeartbeat(worker, true);
    assertThat(conductor.events(task.taskId())).isEmpty();

    conductor.order(new ResumeWorker(worker.id()));
    conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
  }

  @Test
  void workerThatWasAboutToTakeAnOfferTakesNoneOnceItSaidThatItDrains() throws Exception {
    CountDownLatch asked = new CountDownLatch(1);
    CountDownLatch answered = new CountDownLatch(1);
    RunTask first = Samples.task();
    WorkerRuntime worker =
        start(
            1,
            answeringLate(asked, answered),
            context -> {
              if (context.task().equals(first)) {
                throw new Unavailable("store-unavailable", "away, says the test");
              }
              return Samples.result();
            });
    conductor.offer(first);
    asked.await();

    RunTask task = Samples.task();
    conductor.order(new DrainWorker(worker.id(), "new memory"));
    awaitHeartbeat(worker, true);
    conductor.offer(task);
    answered.countDown();
    awaitHeartbeat(worker, true);
    awaitHeartbeat(worker, true);
    assertThat(conductor.events(task.taskId())).isEmpty();

    conductor.order(new ResumeWorker(worker.id()));
    conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
  }

  /** The store; whoever asks for its buckets after the start has to wait. */
  private ObjectStore answeringLate(CountDownLatch asked, CountDownLatch answered) {
    AtomicInteger times = new AtomicInteger();
    return (ObjectStore)
        Proxy.newProxyInstance(
            ObjectStore.class.getClassLoader(),
            new Class<?>[] {ObjectStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("createBuckets") && times.incrementAndGet() > 1) {
                asked.countDown();
                answered.await();
              }
              return method.invoke(store, arguments);
            });
  }

  /** A heartbeat that says so, from now on. */
  private void awaitHeartbeat(WorkerRuntime worker, boolean draining) {
    int before = conductor.heartbeats(worker).size();
    conductor.awaitPresent(
        "a heartbeat that says draining: " + draining,
        () ->
            conductor.heartbeats(worker).stream()
                .skip(before)
                .filter(beat -> beat.draining() == draining)
                .findFirst());
  }

  @Test
  void handlerThatDoesNotStopIsGivenUp() {
    RunTask task = Samples.task();
    CountDownLatch never = new CountDownLatch(1);
    WorkerRuntime worker =
        start(
            context -> {
              never.await();
              return Samples.result();
            });
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    worker.stop();

    assertThat(conductor.awaitEvent(task.taskId(), TaskInterrupted.class).reason())
        .isEqualTo(TaskInterrupted.Reason.DRAINED);
  }

  @Test
  void workerTellsThatItLives() {
    WorkerRuntime worker = start(context -> Samples.result());

    WorkerHeartbeat heartbeat = conductor.awaitWorkerEvent(worker, WorkerHeartbeat.class);

    assertThat(heartbeat.kind()).isEqualTo(TaskKind.INGEST);
    assertThat(heartbeat.slots()).isEqualTo(1);
    assertThat(heartbeat.busy()).isZero();
    assertThat(heartbeat.peakResidentBytes()).isGreaterThan(10_000_000);
    await().atMost(Duration.ofSeconds(30)).until(worker::isReady);
  }
}
