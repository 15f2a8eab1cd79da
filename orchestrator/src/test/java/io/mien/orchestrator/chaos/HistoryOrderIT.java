package io.mien.orchestrator.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Deferred;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/**
 * What the random histories meet too seldom: a reader between two transactions that write events.
 */
class HistoryOrderIT {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String WAITING =
      "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted LIMIT 1";

  private final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  private final CountDownLatch written = new CountDownLatch(1);
  private final CountDownLatch mayCommit = new CountDownLatch(1);

  @Test
  void whoeverHasReadASequenceHasMissedNothingBeforeIt() throws Exception {
    try (ChaosDatabase tables = new ChaosDatabase()) {
      Database database = tables.database();
      Deferred<String> hold = (tx, items) -> holdTheCommit();

      // Given a transaction that has written its event and is not committed
      CompletableFuture<Void> early =
          CompletableFuture.runAsync(
              () ->
                  database.run(
                      tx -> {
                        history.append(tx, new HistoryEntry("early", null, null, "e"));
                        tx.defer(hold, "commit");
                      }));
      written.await();

      // When another one writes, and somebody reads what there is
      CompletableFuture<Void> late =
          CompletableFuture.runAsync(
              () ->
                  database.run(
                      tx -> history.append(tx, new HistoryEntry("late", null, null, "l"))));
      await().atMost(PATIENCE).until(() -> late.isDone() || isSomebodyWaiting(database));
      List<EventView> first = after(database, 0);
      mayCommit.countDown();
      early.get(60, TimeUnit.SECONDS);
      late.get(60, TimeUnit.SECONDS);

      // Then nothing appears later before what was read
      long last = first.isEmpty() ? 0 : first.get(first.size() - 1).sequence();
      assertThat(after(database, 0)).extracting(EventView::type).containsExactly("early", "late");
      assertThat(first.size() + after(database, last).size()).isEqualTo(2);
    }
  }

  private void holdTheCommit() {
    written.countDown();
    try {
      mayCommit.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private List<EventView> after(Database database, long sequence) {
    return database.transact(tx -> history.after(tx, sequence, null, 10));
  }

  private static boolean isSomebodyWaiting(Database database) {
    return database.transact(tx -> tx.find(WAITING, row -> true)).isPresent();
  }
}
