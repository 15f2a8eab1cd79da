package io.mien.orchestrator.lease;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.orchestrator.database.Transaction;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Offers whose messages are still in the outbox, so that no worker can know of them. */
final class JdbcUnsentOffers {

  private static final List<String> TOPICS =
      Arrays.stream(TaskKind.values()).map(Topics::tasks).toList();

  /** A message that is younger than a second is about to leave; its offer needs no more time. */
  private static final String GIVE_TIME =
      """
      UPDATE task
         SET offer_expires_at = now() + make_interval(secs => ?)
       WHERE task.task_id IN (
               SELECT unsent.task_id
                 FROM task AS unsent
                WHERE unsent.state = 'OFFERED'
                  AND unsent.offer_expires_at < now() + make_interval(secs => ?) / 2
                  AND CAST(unsent.task_id AS text) IN (
                        SELECT outbox.record_key
                          FROM outbox
                         WHERE outbox.topic = ANY(?) AND outbox.created_at < now() - interval '1 second')
                  FOR UPDATE SKIP LOCKED)
      """;

  /** Has their time begin anew, once half of it is over: a write each second would be many. */
  void giveTime(Transaction tx, Duration offerTimeout) {
    tx.update(GIVE_TIME, offerTimeout, offerTimeout, TOPICS);
  }
}
