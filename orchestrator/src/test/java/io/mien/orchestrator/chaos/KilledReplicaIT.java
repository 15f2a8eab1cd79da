package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.worker.Surroundings;
import io.mien.worker.WorkerRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas in processes of their own, one of which is killed again and again. */
@Tag("chaos")
class KilledReplicaIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final int KILLS = 8;
  private static final int RUNS_BETWEEN = 25;

  @Test
  void everyRunIsCarriedOutInOneAttemptThoughReplicasAreKilledAgainAndAgain() throws Exception {
    List<JavaProcess> replicas = new ArrayList<>();
    try (SystemUnderTest system = SystemUnderTest.withoutReplica();
        WorkerRuntime one = worker(system);
        WorkerRuntime other = worker(system)) {
      one.start();
      other.start();
      replicas.add(ReplicaProcess.start(system.settings()));
      replicas.add(ReplicaProcess.start(system.settings()));
      List<RunId> runs = new ArrayList<>();
      for (int kill = 0; kill < KILLS; kill++) {
        for (int i = 0; i < RUNS_BETWEEN; i++) {
          runs.add(system.start());
        }
        int expected = runs.size() - RUNS_BETWEEN / 2;
        await().atMost(PATIENCE).until(() -> system.count(runs, RunState.SUCCEEDED) >= expected);
        JavaProcess victim = replicas.set(kill % 2, ReplicaProcess.start(system.settings()));
        victim.signal("KILL");
      }

      system.awaitSuccess(runs);

      assertThat(runs).extracting(run -> system.task(run).attempt()).containsOnly(1);
      assertThat(new ToldHistory(system.events()).violations()).isEmpty();
    } finally {
      replicas.forEach(JavaProcess::close);
    }
  }

  private static WorkerRuntime worker(SystemUnderTest system) {
    return FacesWork.worker(
        system.bootstrapServers(), system.store(), FacesWork::upload, Surroundings.ofTheMachine());
  }
}
