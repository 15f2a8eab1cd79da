package io.mien.worker.attempt;

import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.failure.ResourceExhausted;
import io.mien.contracts.failure.Unavailable;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.RunTask;
import io.mien.store.ObjectKeys;
import io.mien.store.ObjectStore;
import io.mien.worker.TaskHandler;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the handler for one attempt and reports how it ended. Thread-safe. */
public final class AttemptRunner {

  private static final Logger LOG = LoggerFactory.getLogger(AttemptRunner.class);

  private final TaskHandler handler;
  private final ObjectStore store;
  private final WorkDirectories directories;
  private final EventSink sink;
  private final Duration retryEvery;
  private final BooleanSupplier givingUp;

  /**
   * @param retryEvery pause before a report that did not get out is sent again
   * @param givingUp whether the worker ends now, so that reports that do not get out are dropped
   */
  public AttemptRunner(
      TaskHandler handler,
      ObjectStore store,
      WorkDirectories directories,
      EventSink sink,
      Duration retryEvery,
      BooleanSupplier givingUp) {
    this.handler = handler;
    this.store = store;
    this.directories = directories;
    this.sink = sink;
    this.retryEvery = retryEvery;
    this.givingUp = givingUp;
  }

  /**
   * Returns the end when it is reported, or need not be; empty when there is none to report. Never
   * throws.
   */
  Optional<TaskEvent> run(Attempt attempt) {
    try (TaskLog log = TaskLog.of(attempt.task())) {
      attempt.begin();
      Optional<TaskEvent> end = work(attempt);
      if (attempt.claimEnd()) {
        end.ifPresent(event -> report(attempt, event));
        LOG.info("End of {}: {}", attempt, end.map(AttemptRunner::nameOf).orElse("revoked"));
      }
      return end;
    } catch (RuntimeException | Error e) {
      LOG.error("Cannot report the end of {}; its lease will run out", attempt, e);
      return Optional.empty();
    }
  }

  /** Reports an attempt as interrupted whose handler did not stop in time. */
  public void abandon(Attempt attempt) {
    if (attempt.claimEnd()) {
      LOG.warn("{} did not stop in time and is given up", attempt);
      new Ending(attempt).stopped(StopReason.DRAINED).ifPresent(sink::publish);
    }
  }

  private Optional<TaskEvent> work(Attempt attempt) {
    try (WorkDirectory directory = new WorkDirectory(directories, attempt.task())) {
      return handle(attempt, directory);
    } catch (Throwable e) {
      Optional<TaskEvent> end = new Ending(attempt).threw(e);
      end.filter(TaskFailed.class::isInstance).ifPresent(failed -> log(attempt, failed, e));
      return end;
    }
  }

  private Optional<TaskEvent> handle(Attempt attempt, WorkDirectory directory) throws Exception {
    RunTask task = attempt.task();
    String prefix = ObjectKeys.attempt(task.taskId(), task.attempt(), attempt.worker());
    StoredOutputs outputs = new StoredOutputs(store, prefix);
    TaskResult result = handler.handle(new AttemptContext(attempt, sink, outputs, directory));
    return new Ending(attempt).returned(result, outputs.written());
  }

  private void report(Attempt attempt, TaskEvent end) {
    if (isDoubt(end)) {
      // Nothing gets out, so this hardly will; one try
      sink.publish(end);
      return;
    }
    try {
      for (TaskEvent event : attempt.outbox().takeRest()) {
        untilSent(attempt, event);
      }
      untilSent(attempt, end);
    } catch (ResourceExhausted e) {
      // The result itself is too large for a message
      untilSent(attempt, new Ending(attempt).failed(Diagnosis.of(e)));
    }
  }

  /** The work is done: its report is worth waiting for, however long; the attempt number fences. */
  private void untilSent(Attempt attempt, TaskEvent event) {
    while (attempt.stopReason() != StopReason.REVOKED) {
      try {
        sink.publish(event);
        return;
      } catch (Unavailable e) {
        LOG.warn("{} of {} does not get out yet: {}", nameOf(event), attempt, e.getMessage());
        pauseOrGiveUp(e);
      }
    }
  }

  private void pauseOrGiveUp(Unavailable reason) {
    if (givingUp.getAsBoolean()) {
      throw reason;
    }
    try {
      Thread.sleep(retryEvery.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw reason;
    }
  }

  private static boolean isDoubt(TaskEvent end) {
    return end instanceof TaskInterrupted interrupted
        && interrupted.reason() == TaskInterrupted.Reason.LEASE_IN_DOUBT;
  }

  private static void log(Attempt attempt, TaskEvent failed, Throwable cause) {
    TaskFailed event = (TaskFailed) failed;
    switch (event.error().category()) {
      case INVALID_INPUT -> LOG.info("{} has invalid input: {}", attempt, event.error().message());
      case UNAVAILABLE, RESOURCE_EXHAUSTED -> LOG.warn("{} failed", attempt, cause);
      case INTERNAL -> LOG.error("{} failed through a defect", attempt, cause);
    }
  }

  private static String nameOf(TaskEvent event) {
    return event.getClass().getSimpleName();
  }
}
