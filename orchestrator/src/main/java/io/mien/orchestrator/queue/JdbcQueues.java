package io.mien.orchestrator.queue;

import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.SystemView;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How many tasks of each kind are where, and how many slots there are for them; counted from rows,
 * never kept in counters.
 */
public final class JdbcQueues {

  private static final String COUNTS =
      """
      SELECT kind, state, count(*) AS number
        FROM task
       WHERE state IN ('QUEUED', 'OFFERED', 'RUNNING', 'CANCELLING', 'DEAD')
       GROUP BY kind, state
      UNION ALL
      SELECT kind, 'SLOTS', sum(slots)
        FROM worker
       WHERE state = 'ALIVE'
       GROUP BY kind
      """;

  /** Slots of living workers that hold no lease, less the offers that are out. */
  private static final String FREE_SLOTS =
      """
      SELECT (SELECT COALESCE(sum(GREATEST(0, worker.slots - leases.number)), 0)
                FROM worker
               CROSS JOIN LATERAL (
                 SELECT count(*) AS number
                   FROM task
                  WHERE task.worker_id = worker.worker_id
                    AND task.state IN ('RUNNING', 'CANCELLING')) AS leases
               WHERE worker.kind = ? AND worker.state = 'ALIVE')
           - (SELECT count(*) FROM task WHERE task.kind = ? AND task.state = 'OFFERED') AS free
      """;

  public Map<TaskKind, SystemView.Queue> read(Transaction tx) {
    Map<TaskKind, Map<String, Integer>> counts = new EnumMap<>(TaskKind.class);
    for (Count count : tx.query(COUNTS, JdbcQueues::map)) {
      counts
          .computeIfAbsent(count.kind(), any -> new HashMap<>())
          .put(count.state(), count.number());
    }
    Map<TaskKind, SystemView.Queue> queues = new EnumMap<>(TaskKind.class);
    for (TaskKind kind : TaskKind.values()) {
      queues.put(kind, queue(counts.getOrDefault(kind, Map.of())));
    }
    return queues;
  }

  /** How many more offers of a kind may be out; 0 while another replica is offering. */
  public int lockFreeSlots(Transaction tx, TaskKind kind) {
    if (!tx.tryLock(AdvisoryLock.DISPATCH, kind.ordinal())) {
      return 0;
    }
    return Math.max(0, tx.query(FREE_SLOTS, row -> row.integer("free"), kind, kind).get(0));
  }

  private static SystemView.Queue queue(Map<String, Integer> counts) {
    return new SystemView.Queue(
        counts.getOrDefault("QUEUED", 0),
        counts.getOrDefault("OFFERED", 0),
        counts.getOrDefault("RUNNING", 0) + counts.getOrDefault("CANCELLING", 0),
        counts.getOrDefault("SLOTS", 0),
        counts.getOrDefault("DEAD", 0));
  }

  private static Count map(Row row) throws SQLException {
    return new Count(
        TaskKind.valueOf(row.text("kind").toUpperCase(Locale.ROOT)),
        row.text("state"),
        row.integer("number"));
  }

  private record Count(TaskKind kind, String state, int number) {}
}
