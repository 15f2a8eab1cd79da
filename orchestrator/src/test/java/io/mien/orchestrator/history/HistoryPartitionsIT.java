package io.mien.orchestrator.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import io.mien.testkit.TestDatabase;
import io.mien.testkit.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** A history of several parts is one history. */
class HistoryPartitionsIT {

  private static final Duration KEPT = Duration.ofDays(400);

  private final PGSimpleDataSource source = new PGSimpleDataSource();
  private final Database database = new Database(source);
  private final JdbcHistory history = new JdbcHistory(Clock.systemUTC());
  private final RunId run = new RunId(UUID.randomUUID());

  @BeforeEach
  void freshDatabase() {
    TestDatabase fresh = TestServers.postgres().freshDatabase();
    source.setUrl(fresh.jdbcUrl());
    source.setUser(fresh.user());
    source.setPassword(fresh.password());
    migration().load().migrate();
  }

  @Test
  void partIsCutWhenItsOldestRowIsAMonthOld() {
    append(3);
    step(byAge());
    assertThat(parts()).containsExactly(1L);

    age(Duration.ofDays(31));
    append(2);
    step(byAge());
    assertThat(parts()).containsExactly(1L, 6L);

    append(4);
    step(byAge());
    assertThat(parts()).containsExactly(1L, 6L);
    assertThat(rowsOf(1)).isEqualTo(5);
    assertThat(rowsOf(6)).isEqualTo(4);
  }

  @Test
  void eventsAroundACutAreReplayedInOrder() {
    for (int part = 0; part < 4; part++) {
      append(5);
      step(bySize(5));
    }
    append(2);

    assertThat(parts()).containsExactly(1L, 6L, 11L, 16L, 21L);
    assertThat(replay(0, 3))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 22).boxed().toList());
    assertThat(replay(4, 100)).startsWith(5L, 6L, 7L).endsWith(22L).hasSize(18);
    assertThat(database.transact(history::last)).isEqualTo(22);
  }

  @Test
  void replayReadsOnlyTheNewestParts() {
    for (int part = 0; part < 6; part++) {
      append(10);
      step(bySize(10));
    }
    append(3);

    assertThat(plan(55)).contains("task_event_51", "task_event_61").doesNotContain("task_event_41");
    assertThat(plan(61)).contains("task_event_61").doesNotContain("task_event_51");
  }

  @Test
  void partsThatAreTooOldAreDroppedWholeAndTheNewestNever() {
    append(5);
    age(Duration.ofDays(450));
    step(byAge());
    append(5);
    age(Duration.ofDays(39));
    step(byAge());
    assertThat(parts()).as("its rows are 39 days old").containsExactly(6L, 11L);

    append(1);
    database.run(
        tx ->
            tx.update(
                "UPDATE task_event SET at = now() - interval '401 days' WHERE sequence <= 10"));
    step(byAge());

    assertThat(parts()).containsExactly(11L);
    assertThat(replay(0, 100)).containsExactly(11L);
    database.run(tx -> tx.update("UPDATE task_event SET at = now() - interval '500 days'"));
    step(byAge());
    assertThat(parts()).as("cut, dropped, and an empty one is left").containsExactly(12L);
    append(1);
    assertThat(replay(11, 100)).containsExactly(12L);
  }

  @Test
  void nothingIsLostNorOutOfOrderWhenPartsAreCutWhileManyWrite() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    List<Future<?>> writers = new ArrayList<>();
    int cuts = 0;
    try {
      for (int writer = 0; writer < 4; writer++) {
        writers.add(threads.submit(() -> appendOneByOne(100)));
      }
      while (!writers.stream().allMatch(Future::isDone)) {
        cuts += bySize(20).step() == Step.Progress.MORE ? 1 : 0;
      }
      for (Future<?> one : writers) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(cuts).isPositive();
    assertThat(parts()).hasSize(cuts + 1);
    assertThat(replay(0, 50)).hasSize(400).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void onlyOneReplicaCutsAtATime() {
    append(5);

    database.run(
        tx -> {
          tx.tryLock(AdvisoryLock.HISTORY_PARTITIONS, 0);
          assertThat(bySize(5).step()).isEqualTo(Step.Progress.DONE);
        });

    assertThat(bySize(5).step()).isEqualTo(Step.Progress.MORE);
  }

  @Test
  void eventsOfEarlierVersionsAreKeptAndGoneOnFrom() {
    TestDatabase old = TestServers.postgres().freshDatabase();
    source.setUrl(old.jdbcUrl());
    source.setUser(old.user());
    source.setPassword(old.password());
    migration().target("0027").load().migrate();
    append(7);

    migration().load().migrate();
    append(2);

    assertThat(parts()).containsExactly(1L);
    assertThat(replay(0, 100)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L);
    step(bySize(9));
    append(1);
    assertThat(replay(8, 100)).containsExactly(9L, 10L);
  }

  private FluentConfiguration migration() {
    return Flyway.configure().dataSource(source).locations("db/migration");
  }

  private HistoryPartitions byAge() {
    return new HistoryPartitions(
        database, new HistoryPartitions.Rules(Duration.ofDays(30), 1_000_000, KEPT));
  }

  private HistoryPartitions bySize(long numbers) {
    return new HistoryPartitions(
        database, new HistoryPartitions.Rules(Duration.ofDays(30), numbers, KEPT));
  }

  private static void step(HistoryPartitions partitions) {
    while (partitions.step() == Step.Progress.MORE) {
      // One change a step
    }
  }

  private void append(int count) {
    database.run(
        tx -> {
          for (int i = 0; i < count; i++) {
            history.append(tx, new HistoryEntry("run.created", run, null, Map.of("n", i)));
          }
        });
  }

  private void appendOneByOne(int count) {
    for (int i = 0; i < count; i++) {
      append(1);
    }
  }

  private void age(Duration by) {
    database.run(tx -> tx.update("UPDATE task_event SET at = at - make_interval(secs => ?)", by));
  }

  private List<Long> parts() {
    return database.transact(tx -> new JdbcHistoryPartitions().all(tx));
  }

  private long rowsOf(long first) {
    return database
        .transact(
            tx ->
                tx.query(
                    "SELECT count(*) AS rows FROM task_event_" + first, row -> row.number("rows")))
        .get(0);
  }

  /** Page after page, as a stream reads it. */
  private List<Long> replay(long after, int page) {
    List<Long> sequences = new ArrayList<>();
    long last = after;
    List<EventView> events;
    do {
      long from = last;
      events = database.transact(tx -> history.after(tx, from, run, page));
      events.forEach(event -> sequences.add(event.sequence()));
      last = events.isEmpty() ? last : events.get(events.size() - 1).sequence();
    } while (events.size() == page);
    return sequences;
  }

  /** How PostgreSQL finds what comes behind an event. */
  private String plan(long after) {
    return database
        .transact(
            tx ->
                tx.query(
                    "EXPLAIN " + JdbcHistory.AFTER,
                    row -> row.text("QUERY PLAN"),
                    after,
                    run,
                    run,
                    200))
        .stream()
        .collect(Collectors.joining("\n"));
  }
}
