package io.mien.orchestrator.database;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.mien.contracts.failure.Unavailable;
import io.mien.orchestrator.RunningOrchestrator;
import io.mien.testkit.TestServers;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** A session that says nothing within a transaction: its process is frozen, or its host is gone. */
class SilentSessionIT {

  private static final long PATIENCE = 60;

  private final CountDownLatch locked = new CountDownLatch(1);
  private final CountDownLatch thawed = new CountDownLatch(1);

  @Test
  void othersGetItsLocksAndItHearsOfItWhenItComesBack() throws Exception {
    try (RunningOrchestrator orchestrator = patientFor("1s")) {
      Database database = orchestrator.database();
      CompletableFuture<Void> silent =
          CompletableFuture.runAsync(() -> database.run(this::lockAndFreeze));
      locked.await();

      CompletableFuture<Void> other =
          CompletableFuture.runAsync(() -> database.run(tx -> tx.lock(AdvisoryLock.HISTORY)));

      assertThat(other).succeedsWithin(PATIENCE, SECONDS);
      thawed.countDown();
      assertThatThrownBy(() -> silent.get(PATIENCE, SECONDS))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(Unavailable.class);
    } finally {
      thawed.countDown();
    }
  }

  @Test
  void productionWaitsForHalfAMinute() throws SQLException {
    try (RunningOrchestrator orchestrator =
        new RunningOrchestrator(TestServers.orchestratorConfig())) {
      Database database = orchestrator.database();

      assertThat(setting(database, "idle_in_transaction_session_timeout")).isEqualTo("30s");
      assertThat(setting(database, "tcp_user_timeout")).isEqualTo("30000");
      assertThat(setting(database, "tcp_keepalives_idle")).isEqualTo("10");
      assertThat(setting(database, "tcp_keepalives_interval")).isEqualTo("5");
      assertThat(setting(database, "tcp_keepalives_count")).isEqualTo("4");
    }
  }

  /** Options of a URL take the place of those of production. */
  private static RunningOrchestrator patientFor(String time) throws SQLException {
    Map<String, String> settings = new HashMap<>(TestServers.orchestratorConfig());
    String options = "?options=-c%20idle_in_transaction_session_timeout=" + time;
    settings.merge("mien.database.url", options, String::concat);
    return new RunningOrchestrator(settings);
  }

  private void lockAndFreeze(Transaction tx) {
    tx.lock(AdvisoryLock.HISTORY);
    locked.countDown();
    try {
      thawed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    tx.query("SELECT 1", row -> true);
  }

  private static String setting(Database database, String name) {
    return database
        .transact(
            tx -> tx.find("SELECT current_setting(?) AS value", row -> row.text("value"), name))
        .orElseThrow();
  }
}
