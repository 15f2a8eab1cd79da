package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.RunState;
import io.mien.contracts.id.RunId;
import io.mien.worker.Surroundings;
import io.mien.worker.WorkerRuntime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Two replicas in processes of their own, one of which is killed, or frozen. */
@Tag("chaos")
class KilledReplicaIT {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration POLL = Duration.ofMillis(10);
  private static final int KILLS = 8;
  private static final int RUNS_BETWEEN = 25;
  private static final String FROZEN_WITH_A_LOCK =
      """
      SELECT 1
        FROM pg_stat_activity
        JOIN pg_locks USING (pid)
       WHERE application_name = 'victim' AND state = 'idle in transaction'
         AND locktype = 'advisory' AND granted
       LIMIT 1
      """;

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

  @Test
  void aReplicaThatIsFrozenWhileItHoldsALockOfAllDoesNotHoldUpTheOther() throws Exception {
    try (SystemUnderTest system = SystemUnderTest.withoutReplica();
        WorkerRuntime worker = worker(system);
        JavaProcess victim = ReplicaProcess.start(named(system, "victim"));
        JavaProcess other = ReplicaProcess.start(named(system, "other"))) {
      worker.start();
      List<RunId> runs = new ArrayList<>();
      await()
          .atMost(PATIENCE)
          .pollInSameThread()
          .pollInterval(POLL)
          .until(
              () -> {
                runs.add(system.start());
                return isFrozenWithALock(system, victim);
              });

      system.awaitSuccess(runs);

      assertThat(other.isAlive()).isTrue();
      victim.signal("CONT");
      runs.add(system.start());
      system.awaitSuccess(runs);
      assertThat(runs).extracting(run -> system.task(run).attempt()).containsOnly(1);
      assertThat(new ToldHistory(system.events()).violations()).isEmpty();
      assertThat(victim.isAlive()).isTrue();
    }
  }

  /** Leaves the victim frozen if it happened to hold one, and lets it go on otherwise. */
  private static boolean isFrozenWithALock(SystemUnderTest system, JavaProcess victim)
      throws Exception {
    victim.signal("STOP");
    if (isHoldingALock(system)) {
      return true;
    }
    victim.signal("CONT");
    return false;
  }

  private static boolean isHoldingALock(SystemUnderTest system) {
    return system.database().transact(tx -> tx.find(FROZEN_WITH_A_LOCK, row -> true)).isPresent();
  }

  private static Map<String, String> named(SystemUnderTest system, String name) {
    Map<String, String> settings = new HashMap<>(system.settings());
    settings.merge("mien.database.url", "?ApplicationName=" + name, String::concat);
    return settings;
  }

  private static WorkerRuntime worker(SystemUnderTest system) {
    return FacesWork.worker(
        system.bootstrapServers(), system.store(), FacesWork::upload, Surroundings.ofTheMachine());
  }
}
