package io.mien.orchestrator.event;

import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.control.RevokeTask;
import io.mien.contracts.control.YieldTask;
import io.mien.contracts.event.TaskCancelled;
import io.mien.contracts.event.TaskCheckpointed;
import io.mien.contracts.event.TaskError;
import io.mien.contracts.event.TaskEvent;
import io.mien.contracts.event.TaskFailed;
import io.mien.contracts.event.TaskHeartbeat;
import io.mien.contracts.event.TaskInterrupted;
import io.mien.contracts.event.TaskMeasured;
import io.mien.contracts.event.TaskSampled;
import io.mien.contracts.event.TaskStarted;
import io.mien.contracts.event.TaskSucceeded;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.run.ResultPublisher;
import io.mien.orchestrator.run.RunProgress;
import io.mien.orchestrator.task.ExpectedResult;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.RetryPolicy;
import io.mien.orchestrator.task.Task;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in what attempts report. Everything is fenced by attempt and worker: who is not, or no
 * longer, the holder changes nothing and is told to stop. Taking the same event in twice changes
 * nothing the second time.
 */
public final class TaskEventHandler {

  private static final Logger LOG = LoggerFactory.getLogger(TaskEventHandler.class);

  private final JdbcTaskRepository tasks;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunProgress progress;
  private final ResultPublisher publisher;
  private final Curves curves;
  private final RetryPolicy retries;
  private final Duration lease;

  public TaskEventHandler(Collaborators with, RetryPolicy retries, Duration lease) {
    this.tasks = with.tasks();
    this.transitions = with.transitions();
    this.outbox = with.outbox();
    this.progress = with.progress();
    this.publisher = with.publisher();
    this.curves = with.curves();
    this.retries = retries;
    this.lease = lease;
  }

  /** What events change. */
  public record Collaborators(
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunProgress progress,
      ResultPublisher publisher,
      Curves curves) {}

  public void handle(Transaction tx, TaskEvent event) {
    boolean accepted = accept(tx, event);
    if (!accepted) {
      LOG.debug("Refused: {}", event);
      revokeUnlessHolder(tx, event);
    }
  }

  /**
   * Ends an attempt whose own report of its end cannot be stored: it will not report again, and its
   * lease would only run out.
   */
  public void refuse(Transaction tx, TaskEvent event) {
    if (event instanceof TaskSucceeded || event instanceof TaskFailed) {
      boolean ended = fail(tx, event, EndErrors.reportRefused(event));
      LOG.warn("Refused {} of task {}; ended: {}", nameOf(event), event.taskId(), ended);
    }
  }

  private boolean accept(Transaction tx, TaskEvent event) {
    if (event instanceof TaskStarted started) {
      return moved(tx, transitions.start(tx, started, lease));
    } else if (event instanceof TaskHeartbeat heartbeat) {
      return renew(tx, heartbeat);
    } else if (event instanceof TaskMeasured measured) {
      return curves.measured(tx, measured, transitions.held(tx, measured));
    } else if (event instanceof TaskSampled sampled) {
      return curves.sampled(tx, sampled, transitions.held(tx, sampled));
    } else if (event instanceof TaskCheckpointed checkpointed) {
      return curves.checkpointed(tx, transitions.checkpoint(tx, checkpointed));
    } else if (event instanceof TaskSucceeded succeeded) {
      return succeed(tx, succeeded);
    } else if (event instanceof TaskFailed failed) {
      return fail(tx, failed, failed.error());
    } else if (event instanceof TaskInterrupted interrupted) {
      return interrupt(tx, interrupted);
    } else if (event instanceof TaskCancelled cancelled) {
      return moved(tx, transitions.confirmCancel(tx, cancelled));
    }
    throw new IllegalArgumentException("No rule for a " + event.getClass().getSimpleName());
  }

  private boolean renew(Transaction tx, TaskHeartbeat heartbeat) {
    Optional<Task> renewed = transitions.renew(tx, heartbeat, lease);
    renewed.ifPresent(task -> curves.progressed(tx, task));
    renewed
        .filter(task -> task.state() == TaskState.CANCELLING)
        .ifPresent(task -> outbox.control(tx, new CancelTask(task.id(), "Asked for again.")));
    renewed
        .filter(task -> task.yieldAskedAt() != null)
        .ifPresent(
            task ->
                outbox.control(
                    tx, new YieldTask(task.id(), task.view().attempt(), "Asked for again.")));
    return renewed.isPresent();
  }

  private boolean succeed(Transaction tx, TaskSucceeded event) {
    Optional<Task> held = transitions.held(tx, event);
    if (held.isEmpty()) {
      return false;
    }
    Class<?> expected = ExpectedResult.of(held.get().spec());
    if (!expected.isInstance(event.result())) {
      return fail(tx, event, EndErrors.wrongResult(held.get(), expected, event));
    }
    Optional<Task> succeeded = transitions.succeed(tx, event);
    succeeded
        .filter(task -> task.state() == TaskState.SUCCEEDED)
        .ifPresent(task -> publisher.publish(tx, task, event.result()));
    return moved(tx, succeeded);
  }

  private boolean fail(Transaction tx, TaskEvent event, TaskError error) {
    Optional<Task> held = transitions.held(tx, event);
    return held.isPresent() && moved(tx, end(tx, event, held.get().view(), error));
  }

  /** An outage is no failure of the work, however often it meets it. */
  private Optional<Task> end(Transaction tx, TaskEvent event, TaskView held, TaskError error) {
    return error.category() == TaskError.Category.UNAVAILABLE
        ? transitions.suspend(tx, event, retries.onOutage(held.interruptions()), error)
        : transitions.fail(tx, event, retries.onFailure(error, held.failures()), error);
  }

  private boolean interrupt(Transaction tx, TaskInterrupted event) {
    if (event.reason() == TaskInterrupted.Reason.YIELDED) {
      return moved(tx, transitions.madeRoom(tx, event));
    }
    Optional<Task> held = transitions.held(tx, event);
    return held.isPresent()
        && moved(
            tx,
            transitions.interrupt(
                tx, event, retries.onInterruption(held.get().view().interruptions())));
  }

  private boolean moved(Transaction tx, Optional<Task> task) {
    task.ifPresent(one -> progress.taskMoved(tx, one));
    return task.isPresent();
  }

  /** An offered attempt may still be started by this worker: its start can be on the way. */
  private void revokeUnlessHolder(Transaction tx, TaskEvent event) {
    boolean mayHold =
        tasks.find(tx, event.taskId()).filter(task -> mayHold(task, event)).isPresent();
    if (!mayHold) {
      outbox.control(tx, new RevokeTask(event.taskId(), event.attempt(), event.workerId()));
    }
  }

  private static boolean mayHold(Task task, TaskEvent event) {
    if (task.view().attempt() != event.attempt()) {
      return false;
    }
    return switch (task.state()) {
      case OFFERED -> true;
      case RUNNING, CANCELLING, SUCCEEDED -> event.workerId().equals(task.view().workerId());
      case QUEUED, FAILED, DEAD, CANCELLED -> false;
    };
  }

  private static String nameOf(TaskEvent event) {
    return event.getClass().getSimpleName();
  }
}
