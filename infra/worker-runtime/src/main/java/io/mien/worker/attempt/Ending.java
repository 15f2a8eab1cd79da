package io.mien.worker.attempt;

import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is reported at the end of an attempt; nothing when it was revoked. */
final class Ending {

  private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

  private final Attempt attempt;
  private final RunTask task;
  private final Instant at;

  Ending(Attempt attempt) {
    this.attempt = attempt;
    this.task = attempt.task();
    this.at = attempt.surroundings().now();
  }

  /** The handler returned; work that was finished in spite of a drain counts. */
  Optional<TaskEvent> returned(TaskResult result, List<ObjectRef> outputs) {
    StopReason reason = attempt.stopReason();
    if (reason == StopReason.REVOKED || reason == StopReason.CANCELLED) {
      return stopped(reason);
    }
    return Optional.of(
        new TaskSucceeded(
            task.taskId(),
            task.attempt(),
            attempt.worker(),
            at,
            result,
            outputs,
            ProcessMemory.now().peakResidentBytes()));
  }

  /** The handler threw; while an attempt is stopping, that is how it stops. */
  Optional<TaskEvent> threw(Throwable failure) {
    StopReason reason = attempt.stopReason();
    if (reason != null) {
      LOG.debug("{} stopped by way of an exception", attempt, failure);
      return stopped(reason);
    }
    return Optional.of(failed(Diagnosis.of(failure)));
  }

  TaskFailed failed(TaskError error) {
    return new TaskFailed(task.taskId(), task.attempt(), attempt.worker(), at, error);
  }

  Optional<TaskEvent> stopped(StopReason reason) {
    return switch (reason) {
      case DRAINED -> Optional.of(interrupted(TaskInterrupted.Reason.DRAINED));
      case YIELDED -> Optional.of(interrupted(TaskInterrupted.Reason.YIELDED));
      case LEASE_IN_DOUBT -> Optional.of(interrupted(TaskInterrupted.Reason.LEASE_IN_DOUBT));
      case CANCELLED ->
          Optional.of(new TaskCancelled(task.taskId(), task.attempt(), attempt.worker(), at));
      case REVOKED -> Optional.empty();
    };
  }

  private TaskInterrupted interrupted(TaskInterrupted.Reason reason) {
    return new TaskInterrupted(task.taskId(), task.attempt(), attempt.worker(), at, reason);
  }
}
