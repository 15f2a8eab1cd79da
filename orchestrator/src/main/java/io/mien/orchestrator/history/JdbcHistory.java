package io.mien.orchestrator.history;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.rest.EventView;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Deferred;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Row;
import io.mien.orchestrator.database.Transaction;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The append-only {@code task_event}, and what is only worth telling those who watch now.
 *
 * <p>Rows are written at the end of their transaction under one lock, so whoever has read sequence
 * n has missed nothing before it. Each run's own are numbered from 1 on, without gaps.
 */
public final class JdbcHistory {

  /** Says that rows were added. */
  static final String STORED_CHANNEL = "mien_event";

  /** Carries an event that is not stored. */
  static final String LIVE_CHANNEL = "mien_live";

  private static final Logger LOG = LoggerFactory.getLogger(JdbcHistory.class);

  /** PostgreSQL refuses payloads of 8000 bytes and more. */
  private static final int MOST_PAYLOAD_BYTES = 7900;

  private static final String INSERT =
      """
      WITH event AS MATERIALIZED (
        SELECT *
          FROM ROWS FROM (jsonb_to_recordset(CAST(? AS jsonb))
                 AS ("type" text, "runId" uuid, "taskId" uuid, "data" jsonb))
          WITH ORDINALITY AS event (type, run_id, task_id, data, position)),
      run AS (
        SELECT mentioned.run_id,
               COALESCE((SELECT task_event.run_sequence
                           FROM task_event
                          WHERE task_event.run_id = mentioned.run_id
                          ORDER BY task_event.sequence DESC
                          LIMIT 1), 0) AS last
          FROM (SELECT DISTINCT event.run_id FROM event WHERE event.run_id IS NOT NULL) AS mentioned)
      INSERT INTO task_event (type, run_id, task_id, data, run_sequence)
      SELECT event.type, event.run_id, event.task_id, event.data,
             run.last + row_number() OVER (PARTITION BY event.run_id ORDER BY event.position)
        FROM event
        LEFT JOIN run ON run.run_id = event.run_id
       ORDER BY event.position
      """;

  /** Reads the partitions that hold the wanted rows, one after the other, and no other. */
  static final String AFTER =
      """
      SELECT sequence, run_sequence, type, at, run_id, task_id, data
        FROM task_event
       WHERE sequence > ? AND (CAST(? AS uuid) IS NULL OR run_id = ?)
       ORDER BY sequence
       LIMIT ?
      """;

  /** A name that ends in a full stop is the beginning of types. */
  private static final String MATCHING =
      """
      SELECT sequence, run_sequence, type, at, run_id, task_id, jsonb_strip_nulls(data) AS data
        FROM task_event
       WHERE sequence > ? AND sequence <= ?
         AND EXISTS (SELECT FROM unnest(CAST(? AS text[])) AS name
                      WHERE type = name OR (name LIKE '%.' AND starts_with(type, name)))
       ORDER BY sequence
       LIMIT ?
      """;

  private static final String LAST = "SELECT COALESCE(max(sequence), 0) AS last FROM task_event";

  private final Clock clock;
  private final Deferred<HistoryEntry> stored = JdbcHistory::writeStored;
  private final Deferred<EventView> live = JdbcHistory::writeLive;

  /**
   * @param clock says when an event happened that is not stored
   */
  public JdbcHistory(Clock clock) {
    this.clock = clock;
  }

  /** Adds a row with the transaction. */
  public void append(Transaction tx, HistoryEntry entry) {
    tx.defer(stored, entry);
  }

  /** Tells those who watch, once the transaction is committed; its sequence is set on arrival. */
  public void announce(Transaction tx, HistoryEntry entry) {
    tx.defer(
        live,
        new EventView(
            0, null, entry.type(), clock.instant(), entry.runId(), entry.taskId(), entry.data()));
  }

  /** Rows after a sequence, in order. */
  public List<EventView> after(Transaction tx, long sequence, @Nullable RunId runId, int limit) {
    return tx.query(AFTER, JdbcHistory::map, sequence, runId, runId, limit);
  }

  /**
   * Rows after a sequence and up to another that are of these types, in order.
   *
   * @param types whole ones, or beginnings that end in a full stop
   */
  public List<EventView> matching(
      Transaction tx, long after, long upTo, List<String> types, int limit) {
    return tx.query(MATCHING, JdbcHistory::map, after, upTo, types, limit);
  }

  /** The newest sequence, 0 when there is none. */
  public long last(Transaction tx) {
    return tx.query(LAST, row -> row.number("last")).get(0);
  }

  private static EventView map(Row row) throws SQLException {
    UUID runId = row.uuidOrNull("run_id");
    UUID taskId = row.uuidOrNull("task_id");
    return new EventView(
        row.number("sequence"),
        row.numberOrNull("run_sequence"),
        row.text("type"),
        row.instant("at"),
        runId == null ? null : new RunId(runId),
        taskId == null ? null : new TaskId(taskId),
        row.json("data", JsonNode.class));
  }

  private static void writeStored(Transaction tx, List<HistoryEntry> entries) {
    tx.lock(AdvisoryLock.HISTORY);
    tx.update(INSERT, new Json(entries));
    notify(tx, STORED_CHANNEL, "");
  }

  private static void writeLive(Transaction tx, List<EventView> events) {
    for (EventView event : events) {
      String payload = Json.write(event);
      if (payload.getBytes(StandardCharsets.UTF_8).length <= MOST_PAYLOAD_BYTES) {
        notify(tx, LIVE_CHANNEL, payload);
      } else {
        LOG.debug("Not announced, too long: {} of task {}", event.type(), event.taskId());
      }
    }
  }

  private static void notify(Transaction tx, String channel, String payload) {
    tx.query("SELECT pg_notify(?, ?)", row -> true, channel, payload);
  }
}
