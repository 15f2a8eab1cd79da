package io.mien.orchestrator.history;

import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Cuts the history into parts, each of about a month or a number of events, and drops parts that
 * are too old as a whole. One replica does it at a time.
 */
public final class HistoryPartitions implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(HistoryPartitions.class);

  private final Database database;
  private final JdbcHistoryPartitions partitions = new JdbcHistoryPartitions();
  private final Rules rules;

  public HistoryPartitions(Database database, Rules rules) {
    this.database = database;
    this.rules = rules;
  }

  /**
   * @param span of a part, from its oldest row
   * @param numbers most sequence numbers of a part; a cut reads them all once, while others wait
   * @param kept age up to which events are kept; null for ever
   */
  public record Rules(Duration span, long numbers, @Nullable Duration kept) {

    /** Parts of a month, or of a million events: about a second's reading. */
    public static Rules keeping(@Nullable Duration kept) {
      return new Rules(Duration.ofDays(30), 1_000_000, kept);
    }
  }

  @Override
  public Progress step() {
    return database.transact(
        tx ->
            tx.tryLock(AdvisoryLock.HISTORY_PARTITIONS, 0) && hasChanged(tx)
                ? Progress.MORE
                : Progress.DONE);
  }

  private boolean hasChanged(Transaction tx) {
    List<Long> all = partitions.all(tx);
    long last = all.get(all.size() - 1);
    if (partitions.isFull(tx, last, rules.span(), rules.numbers())) {
      long next = partitions.cut(tx, last);
      tx.afterCommit(() -> LOG.info("A part of the history begins with event {}", next));
      return true;
    }
    Duration kept = rules.kept();
    return kept != null && hasDropped(tx, all.subList(0, all.size() - 1), kept);
  }

  private boolean hasDropped(Transaction tx, List<Long> closed, Duration kept) {
    if (closed.isEmpty() || partitions.hasYounger(tx, closed.get(0), kept)) {
      return false;
    }
    long oldest = closed.get(0);
    partitions.drop(tx, oldest);
    tx.afterCommit(
        () ->
            LOG.info(
                "The history from event {} on was older than {} and is dropped", oldest, kept));
    return true;
  }
}
