package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.contracts.rest.EventView;
import io.mien.contracts.rest.TaskView;
import io.mien.contracts.result.FacesGenerated;
import io.mien.orchestrator.system.ScriptedWorker;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.store.ObjectKeys;
import io.mien.worker.Surroundings;
import io.mien.worker.WorkerRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Processes of workers that are killed, or stopped and continued. */
@Tag("chaos")
class LostProcessIT {

  private static final Map<String, String> QUICK =
      Map.of(
          "mien.orchestrator.lease", "6S",
          "mien.orchestrator.heartbeat-every", "1S",
          "mien.orchestrator.offer-timeout", "5S");

  @TempDir Path directory;

  @ParameterizedTest
  @EnumSource(value = WorkerProcess.Fate.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aWorkerThatIsKilledAtAnyStepIsReplacedAndLeavesNoResult(WorkerProcess.Fate fate)
      throws Exception {
    try (SystemUnderTest system = SystemUnderTest.started(QUICK);
        WorkerProcess doomed = system.worker(fate, directory.resolve("go"))) {
      RunId run = system.start();
      assertThat(doomed.awaitExit()).isEqualTo(WorkerProcess.KILLED);

      TaskView task = succeedElsewhere(system, run);

      assertThat(task.failures()).isZero();
      assertOneEnd(system);
    }
  }

  @Test
  void nothingIsTakenOfAWorkerThatComesBackAfterAnotherTookOver() throws Exception {
    Path go = directory.resolve("go");
    try (SystemUnderTest system = SystemUnderTest.started(QUICK);
        ScriptedWorker listener = new ScriptedWorker(system.bootstrapServers());
        WorkerProcess frozen = system.worker(WorkerProcess.Fate.NONE, go)) {
      RunId run = system.start();
      WorkerId zombie = system.awaitTask(run, TaskState.RUNNING).workerId();
      frozen.signal("STOP");
      TaskView task = succeedElsewhere(system, run);
      List<EventView> told = eventsOfTasks(system);

      Files.createFile(go);
      frozen.signal("CONT");

      listener.awaitOrder(
          RevokeTask.class,
          order -> order.taskId().equals(task.taskId()) && order.worker().equals(zombie));
      assertThat(eventsOfTasks(system)).isEqualTo(told);
      assertThat(isPublished(system, task, 1, zombie)).isFalse();
      assertThat(system.task(run)).isEqualTo(task);
    }
  }

  @Test
  void aPauseOfHalfALeaseCostsNoAttempt() throws Exception {
    Path go = directory.resolve("go");
    try (SystemUnderTest system = SystemUnderTest.started(Map.of());
        WorkerProcess paused = system.worker(WorkerProcess.Fate.NONE, go)) {
      RunId run = system.start();
      system.awaitTask(run, TaskState.RUNNING);
      paused.signal("STOP");
      long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
      await().atMost(Duration.ofSeconds(60)).until(() -> System.nanoTime() > end);
      paused.signal("CONT");
      Files.createFile(go);

      TaskView task = system.awaitTask(run, TaskState.SUCCEEDED);

      assertThat(task.attempt()).isEqualTo(1);
      assertThat(task.interruptions()).isZero();
    }
  }

  @Test
  void aRunThatIsCancelledDoesNotComeBackWhenItsWorkerIsKilled() throws Exception {
    try (SystemUnderTest system = SystemUnderTest.started(QUICK);
        WorkerProcess worker = system.worker(WorkerProcess.Fate.NONE, directory.resolve("go"))) {
      RunId run = system.start();
      system.awaitTask(run, TaskState.RUNNING);
      worker.signal("STOP");
      system.cancel(run);
      worker.signal("KILL");

      TaskView ended = system.awaitTask(run, TaskState.CANCELLED);

      assertThat(ended.attempt()).isEqualTo(1);
      assertThat(ended.result()).isNull();
      assertOneEnd(system);
    }
  }

  private static TaskView succeedElsewhere(SystemUnderTest system, RunId run) {
    try (WorkerRuntime other =
        FacesWork.worker(
            system.bootstrapServers(),
            system.store(),
            FacesWork::upload,
            Surroundings.ofTheMachine())) {
      other.start();
      TaskView task = system.awaitTask(run, TaskState.SUCCEEDED);
      assertThat(task.workerId()).isEqualTo(other.id());
      assertThat(((FacesGenerated) task.result()).faces().prefix())
          .isEqualTo(ObjectKeys.attempt(task.taskId(), task.attempt(), other.id()));
      return system.task(run);
    }
  }

  private static List<EventView> eventsOfTasks(SystemUnderTest system) {
    return system.events().stream().filter(event -> event.type().startsWith("task.")).toList();
  }

  private static boolean isPublished(
      SystemUnderTest system, TaskView task, int attempt, WorkerId worker) {
    return system
        .database()
        .transact(
            tx ->
                system
                    .get(JdbcTaskRepository.class)
                    .isPublished(tx, task.taskId(), attempt, worker.life()));
  }

  private static void assertOneEnd(SystemUnderTest system) {
    ToldHistory told = new ToldHistory(system.events());
    assertThat(told.violations()).isEmpty();
    assertThat(told.tasks()).hasSize(1);
  }
}
