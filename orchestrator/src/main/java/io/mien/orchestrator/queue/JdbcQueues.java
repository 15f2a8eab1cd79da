package io.mien.orchestrator.queue;

import io.mien.contracts.TaskKind;
import io.mien.contracts.rest.SystemView;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
       WHERE state = 'ALIVE' AND drained_at IS NULL
       GROUP BY kind
      """;

  /** As {@link #COUNTS}, without what would have to be counted through the whole queue. */
  private static final String BUSY =
      """
      SELECT kinds.kind, queue_pause.reason,
             (SELECT count(*)
                FROM task
               WHERE task.kind = kinds.kind
                 AND task.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS taken,
             (SELECT COALESCE(sum(worker.slots), 0)
                FROM worker
               WHERE worker.kind = kinds.kind AND worker.state = 'ALIVE'
                 AND worker.drained_at IS NULL) AS slots
        FROM (VALUES ('ingest'), ('train'), ('synth'), ('eval')) AS kinds (kind)
        LEFT JOIN queue_pause ON queue_pause.kind = kinds.kind
      """;

  /**
   * Slots of living workers that take offers and hold no lease, less the offers that are out; no
   * row while the kind is paused.
   */
  private static final String SLOTS =
      """
      SELECT living.free - offered.number AS free, living.slots, waited.number AS on_demand
        FROM (SELECT COALESCE(sum(GREATEST(0, worker.slots - leases.number)), 0) AS free,
                     COALESCE(sum(worker.slots), 0) AS slots
                FROM worker
               CROSS JOIN LATERAL (
                 SELECT count(*) AS number
                   FROM task
                  WHERE task.worker_id = worker.worker_id
                    AND task.state IN ('RUNNING', 'CANCELLING')) AS leases
               WHERE worker.kind = ? AND worker.state = 'ALIVE' AND worker.drained_at IS NULL) AS living,
             (SELECT count(*) AS number FROM task WHERE task.kind = ? AND task.state = 'OFFERED') AS offered,
             (SELECT count(*) AS number
                FROM task
               WHERE task.kind = ? AND task.lane = 0 AND task.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS waited
       WHERE NOT EXISTS (SELECT FROM queue_pause WHERE queue_pause.kind = ?)
      """;

  /**
   * In the order of an index and no further than one: else plans read the queue from end to end.
   */
  private static final String WAITING =
      """
      SELECT kinds.kind
        FROM (VALUES ('ingest'), ('train'), ('synth'), ('eval')) AS kinds (kind)
       CROSS JOIN LATERAL (
         SELECT
           FROM task
          WHERE task.kind = kinds.kind AND task.state = 'QUEUED' AND task.held_at IS NULL
          ORDER BY task.client, task.lane, task.urgent_at, task.task_id
          LIMIT 1) AS first
      """;

  private final JdbcQueuePauses pauses = new JdbcQueuePauses();

  public Map<TaskKind, SystemView.Queue> read(Transaction tx) {
    Map<TaskKind, Map<String, Integer>> counts = new EnumMap<>(TaskKind.class);
    for (Count count : tx.query(COUNTS, JdbcQueues::map)) {
      counts
          .computeIfAbsent(count.kind(), any -> new HashMap<>())
          .put(count.state(), count.number());
    }
    Map<TaskKind, String> paused = pauses.reasons(tx);
    Map<TaskKind, SystemView.Queue> queues = new EnumMap<>(TaskKind.class);
    for (TaskKind kind : TaskKind.values()) {
      queues.put(kind, queue(counts.getOrDefault(kind, Map.of()), paused.get(kind)));
    }
    return queues;
  }

  /** The kinds of which any task is queued, and not held. */
  public List<TaskKind> waiting(Transaction tx) {
    return tx.query(WAITING, row -> row.kind("kind"));
  }

  /** How busy the workers of each kind are; takes as long, however many tasks wait. */
  public Map<TaskKind, Busy> busy(Transaction tx) {
    Map<TaskKind, Busy> kinds = new EnumMap<>(TaskKind.class);
    tx.query(
        BUSY,
        row ->
            kinds.put(
                row.kind("kind"),
                new Busy(row.integer("taken"), row.integer("slots"), row.textOrNull("reason"))));
    return kinds;
  }

  /**
   * @param taken slots that tasks hold, or were offered
   * @param slots of living workers that take offers
   * @param paused why nothing of this kind is offered; null when it is
   */
  public record Busy(int taken, int slots, @Nullable String paused) {

    /** Of a kind that nothing is known of. */
    public static final Busy NONE = new Busy(0, 0, null);
  }

  /**
   * The slots of a kind, which nobody else gives away until the transaction ends; empty while
   * another replica does, or the kind is paused.
   */
  public Optional<KindSlots> lockSlots(Transaction tx, TaskKind kind) {
    if (!tx.tryLock(AdvisoryLock.DISPATCH, kind.ordinal())) {
      return Optional.empty();
    }
    return slots(tx, kind);
  }

  /** The slots of a kind at this moment; empty while it is paused. */
  public Optional<KindSlots> slots(Transaction tx, TaskKind kind) {
    return tx.find(
        SLOTS,
        row ->
            new KindSlots(
                Math.max(0, row.integer("free")), row.integer("slots"), row.integer("on_demand")),
        kind,
        kind,
        kind,
        kind);
  }

  private static SystemView.Queue queue(Map<String, Integer> counts, @Nullable String paused) {
    return new SystemView.Queue(
        counts.getOrDefault("QUEUED", 0),
        counts.getOrDefault("OFFERED", 0),
        counts.getOrDefault("RUNNING", 0) + counts.getOrDefault("CANCELLING", 0),
        counts.getOrDefault("SLOTS", 0),
        counts.getOrDefault("DEAD", 0),
        paused);
  }

  private static Count map(Row row) throws SQLException {
    return new Count(row.kind("kind"), row.text("state"), row.integer("number"));
  }

  private record Count(TaskKind kind, String state, int number) {}
}
