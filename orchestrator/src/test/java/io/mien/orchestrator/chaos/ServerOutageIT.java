package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.Topics;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.kafka.KafkaClients;
import io.mien.orchestrator.kafka.KafkaTopics;
import io.mien.orchestrator.start.KafkaComponent;
import io.mien.testkit.TestServers;
import io.mien.worker.Surroundings;
import io.mien.worker.TaskHandler;
import io.mien.worker.WorkerRuntime;
import java.security.SecureRandom;
import java.sql.Connection;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers go away in the middle of tasks, under the real orchestrator and real workers. */
class ServerOutageIT {

  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final int CONNECTIONS = 20;

  private final CountDownLatch workEnds = new CountDownLatch(1);
  private final List<WorkerRuntime> workers = new ArrayList<>();
  private SystemUnderTest system;

  @BeforeEach
  void start() throws Exception {
    system = SystemUnderTest.started(Map.of());
  }

  @AfterEach
  void stop() {
    TestServers.kafka().start();
    TestServers.postgres().start();
    workEnds.countDown();
    workers.forEach(WorkerRuntime::stop);
    system.close();
  }

  @Test
  void brokerThatIsRestartedDuringATaskCostsNoAttempt() {
    RunId run = running();

    TestServers.kafka().stop();
    TestServers.kafka().start();
    workEnds.countDown();

    assertFirstAttemptSucceeds(run);
  }

  @Test
  void databaseThatIsRestartedDuringATaskCostsNoAttempt() {
    RunId run = running();

    TestServers.postgres().stop();
    workEnds.countDown();
    TestServers.postgres().start();

    assertFirstAttemptSucceeds(run);
  }

  @Test
  void connectionsThatBreakAgainAndAgainLoseNoRun() {
    worker(FacesWork::upload, Clock.systemUTC());
    List<RunId> runs = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      runs.add(system.start());
      TestServers.postgres().breakConnections();
    }

    system.awaitSuccess(runs);

    assertThat(runs).extracting(run -> system.task(run).failures()).containsOnly(0);
    ToldHistory told = new ToldHistory(system.events());
    assertThat(told.violations()).isEmpty();
    assertThat(told.runs()).hasSize(runs.size());
  }

  @Test
  void poolThatIsExhaustedForAWhileCostsNoAttempt() throws Exception {
    RunId run = running();

    List<Connection> taken = new ArrayList<>();
    try {
      while (taken.size() < CONNECTIONS) {
        taken.add(system.get(DataSource.class).getConnection());
      }
      workEnds.countDown();
      assertThatThrownBy(() -> system.task(run)).isInstanceOf(Unavailable.class);
    } finally {
      for (Connection connection : taken) {
        connection.close();
      }
    }

    assertFirstAttemptSucceeds(run);
  }

  @ParameterizedTest
  @ValueSource(ints = {-10, 10})
  void workerWhoseClockIsWrongWorksLikeAnyOther(int minutes) {
    worker(FacesWork::upload, Clock.offset(Clock.systemUTC(), Duration.ofMinutes(minutes)));

    assertFirstAttemptSucceeds(system.start());
  }

  @Test
  void runThatIsCancelledWhileTheBrokerIsAwayEndsOnceItIsBack() {
    RunId run = running();

    TestServers.kafka().stop();
    system.cancel(run);
    assertThat(system.task(run).state()).isEqualTo(TaskState.CANCELLING);
    TestServers.kafka().start();

    TaskView ended = system.awaitTask(run, TaskState.CANCELLED);
    assertThat(ended.attempt()).isEqualTo(1);
    assertThat(ended.result()).isNull();
  }

  @Test
  void topicsThatAreAllLostDuringATaskAndBetweenTasksLoseNoRun() throws Exception {
    RunId during = running();

    loseTopics();
    workEnds.countDown();
    system.awaitSuccess(List.of(during));

    loseTopics();
    system.awaitSuccess(List.of(system.start()));
    assertThat(new ToldHistory(system.events()).violations()).isEmpty();
  }

  /** Returns when there are others of the same names, which the orchestrator makes. */
  private void loseTopics() throws Exception {
    KafkaComponent kafka = new KafkaComponent(new KafkaTopics(system.get(KafkaClients.class), 3));
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", system.bootstrapServers()))) {
      Set<Uuid> lost = topicIds(admin);
      admin.deleteTopics(Topics.all()).all().get();
      await()
          .atMost(PATIENCE)
          .ignoreExceptions()
          .until(
              () -> {
                kafka.check();
                return Collections.disjoint(topicIds(admin), lost);
              });
    }
  }

  private static Set<Uuid> topicIds(Admin admin) throws Exception {
    return admin.describeTopics(Topics.all()).allTopicNames().get().values().stream()
        .map(TopicDescription::topicId)
        .collect(Collectors.toSet());
  }

  /** A run whose task a worker is at. */
  private RunId running() {
    worker(
        context -> {
          while (workEnds.getCount() > 0) {
            context.throwIfStopping();
            Thread.onSpinWait();
          }
          return FacesWork.upload(context);
        },
        Clock.systemUTC());
    RunId run = system.start();
    system.awaitTask(run, TaskState.RUNNING);
    return run;
  }

  private void worker(TaskHandler handler, Clock clock) {
    WorkerRuntime worker =
        FacesWork.worker(
            system.bootstrapServers(),
            system.store(),
            handler,
            new Surroundings(clock, System::nanoTime, new SecureRandom()));
    workers.add(worker);
    worker.start();
    await().atMost(PATIENCE).until(worker::isReady);
  }

  private void assertFirstAttemptSucceeds(RunId run) {
    TaskView task = system.awaitTask(run, TaskState.SUCCEEDED);
    assertThat(task.attempt()).isEqualTo(1);
    assertThat(Stream.of(task.failures(), task.interruptions())).containsOnly(0);
  }
}
