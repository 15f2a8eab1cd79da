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

  /** 8 MiB: a turn's messages are in memory three times, as text, as bytes and in the producer. */
  private static final long BATCH_BYTES = 8 << 20;

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
          List<OutboxMessage> messages = outbox.lockOldest(tx, BATCH, BATCH_BYTES);
          if (!messages.isEmpty()) {
            sender.send(messages).forEach(refused -> putAside(tx, refused));
            outbox.delete(tx, messages);
          }
          return isFull(messages) ? Progress.MORE : Progress.DONE;
        });
  }

  private static boolean isFull(List<OutboxMessage> messages) {
    return messages.size() == BATCH
        || messages.stream().mapToLong(OutboxMessage::bytes).sum() >= BATCH_BYTES;
  }

  private void putAside(Transaction tx, RefusedMessage refused) {
    OutboxMessage message = refused.message();
    LOG.error(
        "Cannot publish message {} of {} bytes to {} for {}, ever; it is left out: {}",
        message.outboxId(),
        message.bytes(),
        message.topic(),
        message.key(),
        refused.reason());
    refusals.refused(tx, refused);
  }
}
