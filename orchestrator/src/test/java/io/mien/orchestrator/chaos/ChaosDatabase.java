package io.mien.orchestrator.chaos;

import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.testkit.TestDatabase;
import io.mien.testkit.TestServers;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.postgresql.ds.PGSimpleDataSource;

/** A migrated database of its own, seen by one whose connections hold. */
final class ChaosDatabase implements AutoCloseable {

  /** By kind, in the order of the enum. */
  private static final String ROOMS =
      """
      SELECT (SELECT COALESCE(sum(GREATEST(0, worker.slots - (
                       SELECT count(*) FROM task
                        WHERE task.worker_id = worker.worker_id AND task.state IN ('RUNNING', 'CANCELLING')))), 0)
                FROM worker
               WHERE worker.kind = kinds.kind AND worker.state = 'ALIVE') AS free,
             (SELECT count(*) FROM task WHERE task.kind = kinds.kind AND task.state = 'OFFERED') AS offered
        FROM unnest(ARRAY['ingest', 'train', 'synth', 'eval']) WITH ORDINALITY AS kinds (kind, place)
       ORDER BY kinds.place
      """;

  private static final String UNREST =
      """
      SELECT 'run ' || run_id || ' is ' || state AS what
        FROM run
       WHERE state NOT IN ('SUCCEEDED', 'FAILED', 'CANCELLED')
      UNION ALL
      SELECT 'task ' || task_id || ' (' || step || ') is ' || state || ' in attempt ' || attempt
        FROM task
       WHERE state NOT IN ('SUCCEEDED', 'FAILED', 'DEAD', 'CANCELLED')
      UNION ALL
      SELECT 'outbox has ' || topic FROM outbox
       LIMIT 20
      """;

  private final TestDatabase address = TestServers.postgres().freshDatabase();
  private final List<BreakingDataSource> sources = new ArrayList<>();
  private final Database database;

  ChaosDatabase() {
    PGSimpleDataSource owner = new PGSimpleDataSource();
    pointTo(owner);
    Flyway.configure().dataSource(owner).locations("db/migration").load().migrate();
    database = new Database(breakingSource(new Random(0)));
  }

  Database database() {
    return database;
  }

  /** The same database, as those see it whose connections break once they are given odds. */
  BreakingDataSource breakingSource(Random random) {
    BreakingDataSource source = new BreakingDataSource(random);
    pointTo(source);
    sources.add(source);
    return source;
  }

  /** All that is due at some time is due that much sooner. */
  void pass(Duration time) {
    database.run(
        tx -> {
          tx.update(
              """
              UPDATE task
                 SET lease_until = lease_until - make_interval(secs => ?),
                     offer_expires_at = offer_expires_at - make_interval(secs => ?),
                     not_before_at = not_before_at - make_interval(secs => ?)
               WHERE state IN ('QUEUED', 'OFFERED', 'RUNNING', 'CANCELLING')
              """,
              time,
              time,
              time);
          tx.update(
              """
              UPDATE task
                 SET offered_at = offered_at - make_interval(secs => ?),
                     recent_starts = ARRAY(
                       SELECT start.at - make_interval(secs => ?)
                         FROM unnest(recent_starts) WITH ORDINALITY AS start (at, place)
                        ORDER BY start.place)
              """,
              time,
              time);
          tx.update(
              "UPDATE worker SET last_seen_at = last_seen_at - make_interval(secs => ?)", time);
        });
    passForWebhooks(time);
  }

  /** Only for what endpoints are to be told: nobody else gets older. */
  void passForWebhooks(Duration time) {
    database.run(
        tx -> {
          tx.update(
              """
              UPDATE webhook_delivery
                 SET due_at = due_at - make_interval(secs => ?),
                     give_up_at = give_up_at - make_interval(secs => ?)
               WHERE state IN ('WAITING', 'SENDING')
              """,
              time,
              time);
          tx.update(
              "UPDATE webhook SET next_probe_at = next_probe_at - make_interval(secs => ?)", time);
        });
  }

  /** How many events endpoints are still to be told. */
  long untold() {
    return database
        .transact(
            tx ->
                tx.query(
                    "SELECT count(*) AS number FROM webhook_delivery WHERE state IN ('WAITING', 'SENDING')",
                    row -> row.number("number")))
        .get(0);
  }

  /** How many slots are free and how many offers are out, of each kind. */
  List<Room> rooms() {
    return database.transact(
        tx -> tx.query(ROOMS, row -> new Room(row.integer("free"), row.integer("offered"))));
  }

  /** What is still going on; empty when nothing is. */
  String unrest() {
    return database.transact(tx -> tx.query(UNREST, row -> row.text("what"))).stream()
        .collect(Collectors.joining(", "));
  }

  /** Everything in the history. */
  List<EventView> events() {
    JdbcHistory history = new JdbcHistory(Clock.systemUTC());
    return database.transact(tx -> history.after(tx, 0, null, Integer.MAX_VALUE));
  }

  @Override
  public void close() throws SQLException {
    for (BreakingDataSource source : sources) {
      source.closeIdle();
    }
  }

  private void pointTo(PGSimpleDataSource source) {
    source.setUrl(address.jdbcUrl());
    source.setUser(address.user());
    source.setPassword(address.password());
  }

  /**
   * Of one kind.
   *
   * @param free slots of living workers that hold no lease
   */
  record Room(int free, int offered) {}
}
