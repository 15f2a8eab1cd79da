package io.mien.orchestrator.dispatch;

import io.mien.contracts.TaskKind;
import io.mien.contracts.Topics;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.id.TaskId;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.outbox.OutboxMessage;
import io.mien.orchestrator.outbox.Refusals;
import io.mien.orchestrator.outbox.RefusedMessage;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import java.util.Arrays;
import java.util.UUID;

/** Fails the tasks whose offers the broker never takes: the next offer would be the same. */
public final class RefusedOffers implements Refusals {

  private final JdbcTaskTransitions transitions;
  private final RunProgress progress;

  public RefusedOffers(JdbcTaskTransitions transitions, RunProgress progress) {
    this.transitions = transitions;
    this.progress = progress;
  }

  @Override
  public void refused(Transaction tx, RefusedMessage refused) {
    if (isOffer(refused.message())) {
      TaskId task = new TaskId(UUID.fromString(refused.message().key()));
      transitions
          .refuseOffer(tx, task, error(task, refused))
          .ifPresent(failed -> progress.taskMoved(tx, failed));
    }
  }

  private static boolean isOffer(OutboxMessage message) {
    return Arrays.stream(TaskKind.values())
        .map(Topics::tasks)
        .anyMatch(topic -> topic.equals(message.topic()));
  }

  private static TaskError error(TaskId task, RefusedMessage refused) {
    return new TaskError(
        TaskError.Category.INVALID_INPUT,
        "offer-too-large",
        "Cannot offer task %s: its message has %,d bytes, and Kafka takes at most %,d bytes. Ask for less in one step. Kafka says: %s"
            .formatted(
                task, refused.message().bytes(), Topics.LARGEST_MESSAGE_BYTES, refused.reason()),
        "offer-too-large/" + refused.message().topic());
  }
}
