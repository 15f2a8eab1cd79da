package io.mien.orchestrator.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.mien.contracts.Topics;
import io.mien.contracts.control.TaskControl;
import io.mien.contracts.control.WorkerControl;
import io.mien.contracts.task.RunTask;
import io.mien.orchestrator.database.AdvisoryLock;
import io.mien.orchestrator.database.Deferred;
import io.mien.orchestrator.database.Json;
import io.mien.orchestrator.database.Transaction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Messages waiting to be published, written at the end of the transaction they are about. */
public final class JdbcOutbox {

  private static final String INSERT =
      "INSERT INTO outbox (topic, record_key, message) VALUES (?, ?, CAST(? AS jsonb))";

  /** One after the other, so that nothing is read behind the message that makes it enough. */
  private static final String OLDEST =
      """
      WITH RECURSIVE taken (outbox_id, topic, record_key, message, bytes, number, total) AS (
        SELECT CAST(0 AS bigint), '', '', '', 0, 0, CAST(0 AS bigint)
        UNION ALL
        SELECT next.outbox_id, next.topic, next.record_key, next.message, octet_length(next.message),
               taken.number + 1, taken.total + octet_length(next.message)
          FROM taken
         CROSS JOIN LATERAL (
           SELECT outbox.outbox_id, outbox.topic, outbox.record_key, CAST(outbox.message AS text) AS message
             FROM outbox
            WHERE outbox.outbox_id > taken.outbox_id
            ORDER BY outbox.outbox_id
            LIMIT 1) AS next
         WHERE taken.number < ? AND taken.total < ?)
      SELECT outbox_id, topic, record_key, message, bytes
        FROM taken
       WHERE number > 0
       ORDER BY outbox_id
      """;

  private static final String DELETE = "DELETE FROM outbox WHERE outbox_id = ANY(?)";

  private final Runnable added;
  private final Deferred<@Nullable Object[]> rows = this::write;

  /**
   * @param added called after each commit that added messages
   */
  public JdbcOutbox(Runnable added) {
    this.added = added;
  }

  public void offer(Transaction tx, RunTask offer) {
    add(tx, Topics.tasks(offer.kind()), offer.taskId().toString(), offer);
  }

  public void control(Transaction tx, TaskControl order) {
    add(tx, Topics.TASK_CONTROL, order.taskId().toString(), order);
  }

  public void control(Transaction tx, WorkerControl order) {
    add(tx, Topics.TASK_CONTROL, order.worker().toString(), order);
  }

  /** An event for others. */
  public void publish(Transaction tx, String topic, String key, JsonNode event) {
    add(tx, topic, key, event);
  }

  /**
   * The oldest messages in order; empty while another replica publishes.
   *
   * @param limit how many at most
   * @param bytes that are enough: the last one may go beyond
   */
  List<OutboxMessage> lockOldest(Transaction tx, int limit, long bytes) {
    if (!tx.tryLock(AdvisoryLock.OUTBOX, 0)) {
      return List.of();
    }
    return tx.query(
        OLDEST,
        row ->
            new OutboxMessage(
                row.number("outbox_id"),
                row.text("topic"),
                row.text("record_key"),
                row.text("message"),
                row.integer("bytes")),
        limit,
        bytes);
  }

  void delete(Transaction tx, List<OutboxMessage> messages) {
    tx.update(DELETE, messages.stream().map(OutboxMessage::outboxId).toList());
  }

  private void add(Transaction tx, String topic, String key, Object message) {
    tx.defer(rows, new Object[] {topic, key, new Json(message)});
  }

  private void write(Transaction tx, List<@Nullable Object[]> all) {
    tx.batch(INSERT, all);
    tx.afterCommit(added);
  }
}
