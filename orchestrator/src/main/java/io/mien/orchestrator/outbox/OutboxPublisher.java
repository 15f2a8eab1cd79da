package io.mien.orchestrator.outbox;

import io.mien.orchestrator.database.Database;
import io.mien.orchestrator.loop.Step;
import java.util.List;

/**
 * Publishes the outbox in order and forgets a message once the broker has it. A message may be
 * published twice, never lost; workers and fences are made for that.
 */
public final class OutboxPublisher implements Step {

  private static final int BATCH = 500;

  private final Database database;
  private final JdbcOutbox outbox;
  private final MessageSender sender;

  public OutboxPublisher(Database database, JdbcOutbox outbox, MessageSender sender) {
    this.database = database;
    this.outbox = outbox;
    this.sender = sender;
  }

  @Override
  public Progress step() {
    return database.transact(
        tx -> {
          List<OutboxMessage> messages = outbox.lockOldest(tx, BATCH);
          if (!messages.isEmpty()) {
            sender.send(messages);
            outbox.delete(tx, messages);
          }
          return messages.size() == BATCH ? Progress.MORE : Progress.DONE;
        });
  }
}
