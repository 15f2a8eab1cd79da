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
import io.mien.contracts.id.TaskId;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

  /** Takes events in, those of one task in their order. */
  public void handle(Transaction tx, List<TaskEvent> events) {
    rounds(events).forEach(round -> takeTogether(tx, round));
  }

  /** The first event of each task, then the second of each, and so on. */
  private static List<List<TaskEvent>> rounds(List<TaskEvent> events) {
    List<List<TaskEvent>> rounds = new ArrayList<>();
    Map<TaskId, Integer> seen = new HashMap<>();
    for (TaskEvent event : events) {
      int round = seen.merge(event.taskId(), 1, Integer::sum);
      if (rounds.size() < round) {
        rounds.add(new ArrayList<>());
      }
      rounds.get(round - 1).add(event);
    }
    return rounds;
  }

  /**
   * What every attempt reports, its start and its success, is taken in by a statement for all.
   *
   * @param events of different tasks
   */
  private void takeTogether(Transaction tx, List<TaskEvent> events) {
    List<Task> moved = new ArrayList<>();
    moved.addAll(start(tx, of(TaskStarted.class, events)));
    moved.addAll(succeed(tx, of(TaskSucceeded.class, events)));
    progress.tasksMoved(tx, moved);
    Set<TaskId> taken = byId(moved).keySet();
    for (TaskEvent event : events) {
      if (!taken.contains(event.taskId()) && !accept(tx, event)) {
        LOG.debug("Refused: {}", event);
        revokeUnlessHolder(tx, event);
      }
    }
  }

  private List<Task> start(Transaction tx, List<TaskStarted> events) {
    return events.isEmpty() ? List.of() : transitions.start(tx, events, lease);
  }

  private static <T extends TaskEvent> List<T> of(Class<T> type, List<TaskEvent> events) {
    return events.stream().filter(type::isInstance).map(type::cast).toList();
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

  /** Takes in what is not taken in with the like of it, one alone. */
  private boolean accept(Transaction tx, TaskEvent event) {
    if (event instanceof TaskHeartbeat heartbeat) {
      return renew(tx, heartbeat);
    } else if (event instanceof TaskMeasured measured) {
      return curves.measured(tx, measured, transitions.held(tx, measured));
    } else if (event instanceof TaskSampled sampled) {
      return curves.sampled(tx, sampled, transitions.held(tx, sampled));
    } else if (event instanceof TaskCheckpointed checkpointed) {
      return curves.checkpointed(tx, transitions.checkpoint(tx, checkpointed));
    } else if (event instanceof TaskSucceeded succeeded) {
      return failForResult(tx, succeeded);
    } else if (event instanceof TaskFailed failed) {
      return fail(tx, failed, failed.error());
    } else if (event instanceof TaskInterrupted interrupted) {
      return interrupt(tx, interrupted);
    } else if (event instanceof TaskCancelled cancelled) {
      return moved(tx, transitions.confirmCancel(tx, cancelled));
    }
    return false;
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

  private List<Task> succeed(Transaction tx, List<TaskSucceeded> events) {
    if (events.isEmpty()) {
      return List.of();
    }
    Map<TaskId, Task> held = byId(transitions.held(tx, events));
    List<TaskSucceeded> right =
        events.stream().filter(event -> isResult(event, held.get(event.taskId()))).toList();
    List<Task> succeeded = right.isEmpty() ? List.of() : transitions.succeed(tx, right);
    publish(tx, succeeded, right);
    return succeeded;
  }

  private static boolean isResult(TaskSucceeded event, @Nullable Task held) {
    return held != null && ExpectedResult.of(held.spec()).isInstance(event.result());
  }

  private void publish(Transaction tx, List<Task> succeeded, List<TaskSucceeded> events) {
    Map<TaskId, Task> tasks = byId(succeeded);
    for (TaskSucceeded event : events) {
      Task task = tasks.get(event.taskId());
      if (task != null && task.state() == TaskState.SUCCEEDED) {
        publisher.publish(tx, task, event.result());
      }
    }
  }

  /** Ends an attempt whose result is none of its task's. */
  private boolean failForResult(Transaction tx, TaskSucceeded event) {
    return transitions
        .held(tx, event)
        .filter(task -> moved(tx, end(tx, event, task.view(), EndErrors.wrongResult(task, event))))
        .isPresent();
  }

  private static Map<TaskId, Task> byId(List<Task> tasks) {
    return tasks.stream().collect(Collectors.toMap(Task::id, Function.identity()));
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
