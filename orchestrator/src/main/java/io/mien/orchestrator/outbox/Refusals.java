package io.mien.orchestrator.outbox;

import io.mien.orchestrator.database.Transaction;

/** What follows when a message can never be published. */
@FunctionalInterface
public interface Refusals {

  /** Called in the transaction that removes the message. */
  void refused(Transaction tx, RefusedMessage refused);
}
