package io.mien.orchestrator.history;

import io.mien.orchestrator.database.Transaction;
import java.time.Duration;
import java.util.List;

/**
 * The partitions of {@code task_event}: {@code task_event_<n>} begins with the sequence n and ends
 * where the next one begins; the last has no end. Times are the database's.
 */
final class JdbcHistoryPartitions {

  private static final String ALL =
      """
      SELECT CAST(substring(part.relname FROM '[0-9]+$') AS bigint) AS first
        FROM pg_inherits
        JOIN pg_class AS part ON part.oid = pg_inherits.inhrelid
       WHERE pg_inherits.inhparent = CAST('task_event' AS regclass)
       ORDER BY first
      """;

  /** Of a partition without rows there is nothing to tell. */
  private static final String SPAN =
      """
      SELECT oldest.at < now() - make_interval(secs => ?) AS old, newest.sequence - oldest.sequence + 1 AS numbers
        FROM (SELECT sequence, at FROM task_event_%1$d ORDER BY sequence LIMIT 1) AS oldest
       CROSS JOIN (SELECT sequence FROM task_event_%1$d ORDER BY sequence DESC LIMIT 1) AS newest
      """;

  private static final String YOUNGER =
      "SELECT 1 FROM task_event_%d WHERE at >= now() - make_interval(secs => ?) LIMIT 1";

  /** Whoever reads or writes waits meanwhile, so that this must not wait long for them. */
  private static final String WAIT_BRIEFLY = "SET LOCAL lock_timeout = '1s'";

  private static final String LOCK = "LOCK TABLE task_event IN ACCESS EXCLUSIVE MODE";

  private static final String NEXT = "SELECT max(sequence) + 1 AS next FROM task_event_%d";

  private static final String DETACH = "ALTER TABLE task_event DETACH PARTITION task_event_%d";

  private static final String ATTACH =
      "ALTER TABLE task_event ATTACH PARTITION task_event_%1$d FOR VALUES FROM (%1$d) TO (%2$d)";

  private static final String CREATE =
      "CREATE TABLE task_event_%1$d PARTITION OF task_event FOR VALUES FROM (%1$d) TO (MAXVALUE)";

  private static final String DROP = "DROP TABLE task_event_%d";

  /** The first sequence of each, in order. */
  List<Long> all(Transaction tx) {
    return tx.query(ALL, row -> row.number("first"));
  }

  /** Whether the partition has rows that are so old, or so many numbers. */
  boolean isFull(Transaction tx, long first, Duration age, long numbers) {
    return tx.find(
            SPAN.formatted(first), row -> row.flag("old") || row.number("numbers") >= numbers, age)
        .orElse(false);
  }

  /** Whether the partition has a row that is not so old yet. */
  boolean hasYounger(Transaction tx, long first, Duration age) {
    return tx.find(YOUNGER.formatted(first), row -> true, age).isPresent();
  }

  /**
   * Ends the last partition, which has rows, behind its newest row, and begins another.
   *
   * @return the first sequence of the new one
   */
  long cut(Transaction tx, long first) {
    lock(tx);
    long next = tx.query(NEXT.formatted(first), row -> row.number("next")).get(0);
    tx.update(DETACH.formatted(first));
    tx.update(ATTACH.formatted(first, next));
    tx.update(CREATE.formatted(next));
    return next;
  }

  void drop(Transaction tx, long first) {
    lock(tx);
    tx.update(DETACH.formatted(first));
    tx.update(DROP.formatted(first));
  }

  private static void lock(Transaction tx) {
    tx.update(WAIT_BRIEFLY);
    tx.update(LOCK);
  }
}
