package io.mien.worker.kafka;

import io.mien.contracts.TaskKind;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.task.RunTask;
import io.mien.store.json.WireJson;
import io.mien.worker.attempt.Attempt;
import io.mien.worker.attempt.Attempts;
import io.mien.worker.attempt.EventSink;
import io.mien.worker.attempt.TaskLog;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.AcknowledgeType;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Decides what becomes of an offer. The start is reported before the offer is accepted. */
public final class OfferTaker {

  private static final Logger LOG = LoggerFactory.getLogger(OfferTaker.class);

  private final TaskKind kind;
  private final Attempts attempts;
  private final EventSink sink;
  private final DeadLetters deadLetters;

  public OfferTaker(TaskKind kind, Attempts attempts, EventSink sink, DeadLetters deadLetters) {
    this.kind = kind;
    this.attempts = attempts;
    this.sink = sink;
    this.deadLetters = deadLetters;
  }

  Answer take(ConsumerRecord<byte[], byte[]> record) {
    RunTask task;
    try {
      task = read(record);
    } catch (IOException | IllegalArgumentException e) {
      return bury(record, String.valueOf(e.getMessage()));
    }
    try (TaskLog log = TaskLog.of(task)) {
      return take(task);
    }
  }

  private Answer take(RunTask task) {
    Optional<Attempt> taken = attempts.take(task);
    if (taken.isEmpty()) {
      LOG.info(
          "Task {} (attempt {}) was offered again; passing it over", task.taskId(), task.attempt());
      return new Answer(AcknowledgeType.ACCEPT, null);
    }
    Attempt attempt = taken.get();
    try {
      sink.publish(attempt.started());
    } catch (Unavailable e) {
      LOG.warn("Giving the offer of {} back: {}", attempt, e.getMessage());
      attempts.giveBack(attempt);
      return new Answer(AcknowledgeType.RELEASE, null);
    }
    LOG.info("Start of {}: {}", attempt, task.spec().getClass().getSimpleName());
    return new Answer(AcknowledgeType.ACCEPT, attempt);
  }

  private RunTask read(ConsumerRecord<byte[], byte[]> record) throws IOException {
    byte[] value = record.value();
    if (value == null) {
      throw new IOException("The record is empty");
    }
    RunTask task = WireJson.MAPPER.readValue(value, RunTask.class);
    if (task == null || isIncomplete(task)) {
      throw new IOException("The offer lacks ids, spec, lease or heartbeat interval");
    }
    if (task.kind() != kind || task.spec().kind() != kind) {
      throw new IOException("The offer is for another kind of worker: " + task.kind());
    }
    return task;
  }

  /** JSON does not know what may not be null. */
  private static boolean isIncomplete(RunTask task) {
    return Stream.of(
            Optional.ofNullable(task.taskId()),
            Optional.ofNullable(task.runId()),
            Optional.ofNullable(task.spec()),
            Optional.ofNullable(task.lease()),
            Optional.ofNullable(task.heartbeatEvery()))
        .anyMatch(Optional::isEmpty);
  }

  private Answer bury(ConsumerRecord<byte[], byte[]> record, String reason) {
    try {
      deadLetters.bury(record, reason);
      return new Answer(AcknowledgeType.REJECT, null);
    } catch (Unavailable e) {
      LOG.warn("Cannot keep an unreadable offer, giving it back: {}", e.getMessage());
      return new Answer(AcknowledgeType.RELEASE, null);
    }
  }

  /**
   * @param attempt to be run, if any
   */
  record Answer(AcknowledgeType acknowledgement, @Nullable Attempt attempt) {

    static final Answer NO_ROOM = new Answer(AcknowledgeType.RELEASE, null);
  }
}
