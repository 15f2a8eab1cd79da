package io.mien.orchestrator.queue;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.task.Lane;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Who could be offered next, and what each client has: read from the rows of {@code task} at every
 * turn. The cost follows the number of clients and free slots, not the length of the queue.
 */
public final class JdbcCandidates {

  /**
   * Clients with a quota that wait for this kind, locked until the transaction ends: quotas count
   * over all kinds, and each kind may be dispatched by another replica at the same time. Whom
   * another one has locked gets nothing in this turn, so nobody waits for anybody. One lateral row
   * each: else plans read the queue from end to end.
   */
  private static final String LOCK_QUOTAS =
      """
      SELECT api_key.api_key_id
        FROM api_key
       CROSS JOIN LATERAL (
         SELECT
           FROM task
          WHERE task.kind = ? AND task.client = api_key.api_key_id
            AND task.state = 'QUEUED' AND task.held_at IS NULL
          ORDER BY task.lane, task.urgent_at, task.task_id
          LIMIT 1) AS first
       WHERE api_key.most_running IS NOT NULL OR api_key.starts_per_minute IS NOT NULL
         FOR NO KEY UPDATE OF api_key SKIP LOCKED
      """;

  /** Steps from client to client through the index, without reading all that they have queued. */
  private static final String CLIENTS =
      """
      WITH RECURSIVE waiting (client) AS (
        (SELECT task.client
           FROM task
          WHERE task.kind = ? AND task.state = 'QUEUED' AND task.held_at IS NULL
          ORDER BY task.client
          LIMIT 1)
        UNION ALL
        SELECT (SELECT task.client
                  FROM task
                 WHERE task.kind = ? AND task.state = 'QUEUED' AND task.held_at IS NULL
                   AND task.client > waiting.client
                 ORDER BY task.client
                 LIMIT 1)
          FROM waiting
         WHERE waiting.client IS NOT NULL)
      SELECT waiting.client,
             COALESCE(api_key.weight, 1) AS weight,
             held.of_kind AS active,
             CASE WHEN COALESCE(api_key.most_running, api_key.starts_per_minute) IS NULL
                    OR api_key.api_key_id = ANY(CAST(? AS uuid[]))
                  THEN LEAST(COALESCE(api_key.most_running - held.of_any_kind, 2147483647),
                             COALESCE(api_key.starts_per_minute - started.number, 2147483647))
                  ELSE 0 END AS allowed
        FROM waiting
        LEFT JOIN api_key ON api_key.api_key_id = waiting.client
       CROSS JOIN LATERAL (
         SELECT count(*) AS of_any_kind, count(*) FILTER (WHERE task.kind = ?) AS of_kind
           FROM task
          WHERE task.client = waiting.client AND task.state IN ('OFFERED', 'RUNNING', 'CANCELLING')) AS held
       CROSS JOIN LATERAL (
         SELECT CASE WHEN api_key.starts_per_minute IS NOT NULL THEN
                  %s END AS number) AS started
       WHERE waiting.client IS NOT NULL
      """
          .formatted(RecentStarts.count("waiting.client"));

  private static final String WAITING =
      """
      SELECT next.task_id, next.client, next.lane, next.urgent_at
        FROM unnest(?) AS asking (client)
       CROSS JOIN LATERAL (
         SELECT task.task_id, task.client, task.lane, task.urgent_at
           FROM task
          WHERE task.kind = ? AND task.client = asking.client
            AND task.state = 'QUEUED' AND task.held_at IS NULL AND task.not_before_at <= now()
          ORDER BY task.lane, task.urgent_at, task.task_id
          LIMIT ?) AS next
       ORDER BY next.lane, next.urgent_at, next.task_id
      """;

  /**
   * The state of a kind's queue, as far as it matters for so many slots. Until the transaction
   * ends, nobody else offers tasks of the clients with quotas that are in it.
   *
   * @param slots how many tasks of one client could be offered at most
   */
  public FairShare read(Transaction tx, TaskKind kind, int slots) {
    List<UUID> locked = tx.query(LOCK_QUOTAS, row -> row.uuid("api_key_id"), kind);
    List<ClientLoad> clients = tx.query(CLIENTS, JdbcCandidates::client, kind, kind, locked, kind);
    if (clients.isEmpty()) {
      return new FairShare(List.of(), List.of());
    }
    List<WaitingTask> waiting =
        tx.query(
            WAITING,
            JdbcCandidates::task,
            clients.stream().map(ClientLoad::client).toList(),
            kind,
            slots);
    return new FairShare(clients, waiting);
  }

  private static ClientLoad client(Row row) throws SQLException {
    return new ClientLoad(
        row.uuid("client"), row.integer("weight"), row.integer("active"), row.integer("allowed"));
  }

  private static WaitingTask task(Row row) throws SQLException {
    return new WaitingTask(
        new TaskId(row.uuid("task_id")),
        row.uuid("client"),
        Lane.values()[row.integer("lane")],
        row.instant("urgent_at"));
  }
}
