package io.mien.orchestrator.outbox;

import java.util.List;

/** The way out to the message broker. */
public interface MessageSender {

  /**
   * Sends the messages in order and returns once the broker has every one that it will ever take.
   *
   * @return those that it refuses for themselves, such as one that is too large
   * @throws io.mien.contracts.failure.Unavailable when the broker did not take all of them; some
   *     may have been sent
   */
  List<RefusedMessage> send(List<OutboxMessage> messages);
}
