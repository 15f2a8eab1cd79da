package io.mien.orchestrator.outbox;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.loop.Step;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes the outbox in order and forgets a message once the broker has it. A message may be
 * published twice, never lost; workers and fences are made for that. One that the broker will never
 * take is put aside, or nothing behind it would ever be published.
 */
public final class OutboxPublisher implements Step {

  private static final Logger LOG = LoggerFactory.getLogger(OutboxPublisher.class);
  private static final int BATCH = 500;

  private final Database database;
  private final JdbcOutbox outbox;
  private final MessageSender sender;
  private final Refusals refusals;

  public OutboxPublisher(
      Database database, JdbcOutbox outbox, MessageSender sender, Refusals refusals) {
    this.database = database;
    this.outbox = outbox;
    this.sender = sender;
    this.refusals = refusals;
  }

  @Override
  public Progress step() {
    return database.transact(
        tx -> {
          List<OutboxMessage> messages = outbox.lockOldest(tx, BATCH);
          if (!messages.isEmpty()) {
            sender.send(messages).forEach(refused -> putAside(tx, refused));
            outbox.delete(tx, messages);
          }
          return messages.size() == BATCH ? Progress.MORE : Progress.DONE;
        });
  }

  private void putAside(Transaction tx, RefusedMessage refused) {
    OutboxMessage message = refused.message();
    LOG.error(
        "Cannot publish message {} of {} characters to {} for {}, ever; it is left out: {}",
        message.outboxId(),
        message.message().length(),
        message.topic(),
        message.key(),
        refused.reason());
    refusals.refused(tx, refused);
  }
}
