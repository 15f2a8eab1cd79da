package io.mien.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.object.Bucket;
import io.mien.contracts.task.RunTask;
import io.mien.testkit.TestServers;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Kafka and the object store go away and come back. */
class OutageIT extends WorkerTest {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  @AfterEach
  void bringBack() {
    TestServers.kafka().start();
    TestServers.objectStore().start();
  }

  @Test
  void taskFinishesThoughKafkaWasAwayMeanwhile() {
    RunTask task = Samples.task();
    CountDownLatch workEnds = new CountDownLatch(1);
    WorkerRuntime worker =
        start(
            context -> {
              workEnds.await();
              return Samples.result();
            });
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskStarted.class);

    TestServers.kafka().stop();
    await().atMost(PATIENCE).until(() -> !worker.isReady());
    workEnds.countDown();
    TestServers.kafka().start();

    conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
    await().atMost(PATIENCE).until(worker::isReady);
    RunTask next = Samples.task();
    conductor.offer(next);
    conductor.awaitEvent(next.taskId(), TaskSucceeded.class);
  }

  @Test
  void heartbeatsGoOnAfterKafkaWasAway() {
    RunTask task = Samples.task();
    start(WorkerTest::untilStopped);
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskHeartbeat.class);

    TestServers.kafka().stop();
    TestServers.kafka().start();

    long before = conductor.events(task.taskId()).size();
    await()
        .atMost(PATIENCE)
        .pollInSameThread()
        .until(() -> conductor.events(task.taskId()).size() > before + 2);
    assertThat(conductor.events(task.taskId()))
        .allMatch(event -> event instanceof TaskStarted || event instanceof TaskHeartbeat);
  }

  @Test
  void workerWaitsForKafkaAtItsStart() {
    TestServers.kafka().stop();
    WorkerRuntime worker = start(context -> Samples.result());
    assertThat(worker.isReady()).isFalse();

    TestServers.kafka().start();

    RunTask task = Samples.task();
    conductor.offer(task);
    conductor.awaitEvent(task.taskId(), TaskSucceeded.class);
    assertThat(worker.isReady()).isTrue();
  }

  @Test
  void workerWaitsForTheObjectStoreAtItsStart() {
    TestServers.objectStore().stop();
    WorkerRuntime worker = start(context -> Samples.result());
    assertThat(worker.isReady()).isFalse();

    TestServers.objectStore().start();

    await().atMost(PATIENCE).until(worker::isReady);
  }

  @Test
  void workerWhoseTaskMetAnOutageTakesNoOfferBeforeTheObjectStoreIsBack() {
    RunTask first = Samples.task();
    CountDownLatch storeIsAway = new CountDownLatch(1);
    WorkerRuntime worker =
        start(
            context -> {
              storeIsAway.await();
              context.outputs().put(Bucket.MODELS, "weights.bin", new byte[3], "text/plain");
              return Samples.result();
            });
    conductor.offer(first);
    conductor.awaitEvent(first.taskId(), TaskStarted.class);
    TestServers.objectStore().stop();
    storeIsAway.countDown();
    TaskFailed failed = conductor.awaitEvent(first.taskId(), TaskFailed.class);
    assertThat(failed.error().category()).isEqualTo(TaskError.Category.UNAVAILABLE);

    RunTask second = Samples.task();
    conductor.offer(second);
    await().atMost(PATIENCE).until(() -> !worker.isReady());
    assertThat(conductor.events(second.taskId())).isEmpty();
    TestServers.objectStore().start();

    conductor.awaitEvent(second.taskId(), TaskSucceeded.class);
    assertThat(conductor.events(second.taskId())).noneMatch(TaskFailed.class::isInstance);
    await().atMost(PATIENCE).until(worker::isReady);
  }
}
