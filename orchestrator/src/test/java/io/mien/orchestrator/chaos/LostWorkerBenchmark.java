package io.mien.orchestrator.chaos;

import static org.awaitility.Awaitility.await;

import io.mien.contracts.TaskState;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.WorkerId;
import io.mien.testkit.TestServers;
import io.mien.worker.Surroundings;
import io.mien.worker.WorkerRuntime;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * From {@code kill -9} of the process of a worker, all settings as they are by default, to the
 * moment it is known as lost and to the moment its task runs in another worker. The argument is how
 * often.
 */
public final class LostWorkerBenchmark {

  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private LostWorkerBenchmark() {}

  public static void main(String[] arguments) throws Exception {
    TestServers.runForLong();
    Path never = Files.createTempDirectory("mien-lost").resolve("go");
    try (SystemUnderTest system = SystemUnderTest.started(Map.of())) {
      for (int turn = 0; turn < Integer.parseInt(arguments[0]); turn++) {
        measure(system, never);
      }
    }
    System.exit(0);
  }

  private static void measure(SystemUnderTest system, Path never) throws Exception {
    CompletableFuture<Long> again = new CompletableFuture<>();
    try (WorkerProcess doomed = system.worker(WorkerProcess.Fate.NONE, never)) {
      RunId run = system.start();
      WorkerId lost = system.awaitTask(run, TaskState.RUNNING).workerId();
      try (WorkerRuntime other =
          FacesWork.worker(
              system.bootstrapServers(),
              system.store(),
              context -> {
                again.complete(System.nanoTime());
                return FacesWork.upload(context);
              },
              Surroundings.ofTheMachine())) {
        other.start();
        await().atMost(PATIENCE).until(other::isReady);
        long killedAt = System.nanoTime();
        doomed.signal("KILL");
        await().atMost(PATIENCE).until(() -> isLost(system, lost));
        double noticed = (System.nanoTime() - killedAt) * 1e-9;
        double running = (again.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) - killedAt) * 1e-9;
        system.awaitTask(run, TaskState.SUCCEEDED);
        System.out.printf(
            "lost: noticed after %.1f s, its task runs again after %.1f s%n", noticed, running);
      }
    }
  }

  private static boolean isLost(SystemUnderTest system, WorkerId worker) {
    return system
        .database()
        .transact(
            tx ->
                tx.find(
                    "SELECT 1 FROM worker WHERE worker_id = ? AND state = 'LOST'",
                    row -> true,
                    worker))
        .isPresent();
  }
}
