package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.control.CancelTask;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.id.TaskId;
import io.mien.contracts.id.Uuid7;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.history.HistoryEntry;
import io.mien.orchestrator.history.JdbcHistory;
import io.mien.orchestrator.outbox.JdbcOutbox;
import io.mien.orchestrator.reuse.StepReuse;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.JdbcTaskTransitions;
import io.mien.orchestrator.task.NewTask;
import io.mien.orchestrator.task.Task;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a task's transition means for its step and its run, and the history of all three. Everything
 * happens in the transaction of the transition.
 */
public final class RunProgress {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcTaskTransitions transitions;
  private final JdbcOutbox outbox;
  private final RunViews views;
  private final StepReuse reuse;
  private final ResultPublisher publisher;
  private final PartSteps parts;
  private final JdbcHistory history;
  private final Uuid7 ids;
  private final Runnable dispatchable;

  /**
   * @param dispatchable called after each commit that queued a task or freed a slot
   */
  public RunProgress(
      Repositories repositories, JdbcHistory history, Uuid7 ids, Runnable dispatchable) {
    this.runs = repositories.runs();
    this.tasks = repositories.tasks();
    this.transitions = repositories.transitions();
    this.outbox = repositories.outbox();
    this.views = repositories.views();
    this.reuse = repositories.reuse();
    this.publisher = repositories.publisher();
    this.parts = new PartSteps(runs, tasks);
    this.history = history;
    this.ids = ids;
    this.dispatchable = dispatchable;
  }

  /** What this class reads and writes. */
  public record Repositories(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcTaskTransitions transitions,
      JdbcOutbox outbox,
      RunViews views,
      StepReuse reuse,
      ResultPublisher publisher) {}

  /** Call after every transition of a task, with the task as it has become. */
  public void taskMoved(Transaction tx, Task task) {
    tasksMoved(tx, List.of(task));
  }

  /**
   * The same for several: what follows for their steps and runs is asked and written together.
   *
   * @param moved different tasks
   */
  public void tasksMoved(Transaction tx, List<Task> moved) {
    moved.forEach(task -> append(tx, task, eventType(task.state())));
    // To its step an offered task is as queued as before; whether that has failed meanwhile is
    // asked when it starts
    List<Task> telling = moved.stream().filter(task -> task.state() != TaskState.OFFERED).toList();
    Collection<RunStep> followers = partsMoved(tx, telling);
    stepsOfTasksMoved(tx, telling.stream().filter(task -> !task.spec().isIndependent()).toList());
    advance(tx, runsOfEnded(telling), followers);
    if (telling.stream().anyMatch(RunProgress::changesTheQueue)) {
      tx.afterCommit(dispatchable);
    }
  }

  private static Set<RunId> runsOfEnded(List<Task> moved) {
    return moved.stream()
        .filter(task -> task.state().isTerminal())
        .map(task -> task.view().runId())
        .collect(Collectors.toSet());
  }

  private static boolean changesTheQueue(Task task) {
    return task.state().isTerminal() || task.state() == TaskState.QUEUED;
  }

  private void stepsOfTasksMoved(Transaction tx, List<Task> moved) {
    if (moved.isEmpty()) {
      return;
    }
    Map<StepId, Task> last = new HashMap<>();
    moved.forEach(task -> last.put(task.stepId(), task));
    Map<StepId, Map<TaskState, Integer>> states = states(tx, last.keySet());
    Map<StepId, StepState> next = new HashMap<>();
    states.forEach((step, tasks) -> next.put(step, StepStates.of(tasks)));
    Set<StepId> justMoved = new HashSet<>();
    for (RunStep step : runs.moveSteps(tx, next)) {
      StepId id = step.stepId();
      justMoved.add(id);
      stepMoved(tx, step, isAlone(states.getOrDefault(id, Map.of())) ? last.get(id) : null);
    }
    moved.stream()
        .filter(task -> next.get(task.stepId()) == StepState.FAILED)
        .forEach(task -> stopOthers(tx, task, justMoved.remove(task.stepId())));
  }

  /**
   * Settles the steps of independent tasks, each after those it goes on with.
   *
   * @return the steps that go on with the parts of those that have ended: to be settled once these
   *     parts are queued, or they would seem to have ended, too
   */
  private Collection<RunStep> partsMoved(Transaction tx, List<Task> moved) {
    Set<StepId> ids =
        moved.stream()
            .filter(task -> task.spec().isIndependent())
            .map(Task::stepId)
            .collect(Collectors.toSet());
    Map<StepId, RunStep> followers = new LinkedHashMap<>();
    for (RunStep step : ids.isEmpty() ? List.<RunStep>of() : runs.lockSteps(tx, ids)) {
      if (!followers.containsKey(step.stepId())) {
        settle(tx, step)
            .filter(ended -> ended.state().isTerminal())
            .map(ended -> parts.lockFollowers(tx, ended))
            .ifPresent(some -> some.forEach(one -> followers.put(one.stepId(), one)));
      }
    }
    return followers.values();
  }

  /** Moves a step of independent tasks to where they are. */
  private Optional<RunStep> settle(Transaction tx, RunStep step) {
    Optional<RunStep> moved = runs.moveStep(tx, step.stepId(), parts.state(tx, step));
    moved.ifPresent(one -> stepMoved(tx, one, null));
    return moved;
  }

  /** Of several tasks that end at the same time, the last one has to see the others. */
  private Map<StepId, Map<TaskState, Integer>> states(Transaction tx, Set<StepId> steps) {
    Map<StepId, Map<TaskState, Integer>> states = tasks.states(tx, steps);
    List<StepId> shared =
        steps.stream().filter(step -> !isAlone(states.getOrDefault(step, Map.of()))).toList();
    if (!shared.isEmpty()) {
      runs.lockSteps(tx, shared);
      states.putAll(tasks.states(tx, shared));
    }
    return states;
  }

  private static boolean isAlone(Map<TaskState, Integer> states) {
    return states.values().stream().mapToInt(Integer::intValue).sum() == 1;
  }

  /**
   * Nothing can come of the other tasks of a step that has failed. One that somebody is changing at
   * this moment is left out here, and stopped by whoever changes it.
   */
  private void stopOthers(Transaction tx, Task task, boolean justFailed) {
    if (justFailed) {
      transitions.cancelStep(tx, task.stepId()).forEach(other -> stopped(tx, other));
    } else if (!task.state().isTerminal()) {
      transitions.cancel(tx, task.id()).ifPresent(late -> stopped(tx, late));
    }
  }

  private void stopped(Transaction tx, Task task) {
    append(tx, task, eventType(task.state()));
    if (task.state() == TaskState.CANCELLING) {
      outbox.control(tx, new CancelTask(task.id(), "Another task of its step failed."));
    }
  }

  /**
   * Queues the steps that can go on, gives up those that cannot, and ends the run when none is
   * left.
   */
  void advance(Transaction tx, RunId runId) {
    advance(tx, Set.of(runId), List.of());
  }

  /**
   * @param followers steps that get no more parts
   */
  private void advance(Transaction tx, Set<RunId> runIds, Collection<RunStep> followers) {
    if (runIds.isEmpty()) {
      return;
    }
    List<Run> locked = runs.lock(tx, runIds);
    locked.forEach(run -> goOnWithParts(tx, run));
    followers.forEach(step -> settle(tx, step));
    Map<RunId, List<RunStep>> steps = runs.stepsOf(tx, runIds);
    Map<RunId, RunState> outcomes = new HashMap<>();
    Set<RunId> again = new HashSet<>();
    for (Run run : locked) {
      Advance advance = Advance.of(run.state(), steps.getOrDefault(run.runId(), List.of()));
      if (goOn(tx, run, advance.moved())) {
        steps.computeIfPresent(run.runId(), (id, before) -> advance.applied(before));
        advance.outcome().ifPresent(outcome -> outcomes.put(run.runId(), outcome));
      } else {
        again.add(run.runId());
      }
    }
    end(tx, outcomes, steps);
    advance(tx, again, List.of());
  }

  /**
   * Writes what becomes of steps that were waiting.
   *
   * @return false when one of them had nothing to do, so that more may follow
   */
  private boolean goOn(Transaction tx, Run run, List<RunStep> moved) {
    List<Task> done = new ArrayList<>();
    boolean busy = true;
    for (RunStep step : moved) {
      runs.moveStep(tx, step.stepId(), step.state());
      boolean empty = step.state() == StepState.QUEUED && !queue(tx, run, step, done);
      stepMoved(tx, step, null);
      if (empty) {
        nothingToDo(tx, step);
        busy = false;
      }
    }
    done.forEach(task -> reused(tx, task));
    return busy;
  }

  private void end(Transaction tx, Map<RunId, RunState> outcomes, Map<RunId, List<RunStep>> steps) {
    List<Run> finished = outcomes.isEmpty() ? List.of() : runs.finish(tx, outcomes);
    if (finished.isEmpty()) {
      return;
    }
    for (RunView ended : views.of(tx, finished, steps)) {
      String type = "run." + ended.state().name().toLowerCase(Locale.ROOT);
      history.append(tx, new HistoryEntry(type, ended.runId(), null, ended));
    }
  }

  /** Has it looked at once, after the commit, what can be offered now. */
  void dispatchSoon(Transaction tx) {
    tx.afterCommit(dispatchable);
  }

  /** Writes the run as it is now into the history. */
  void runMoved(Transaction tx, RunId runId, RunState state) {
    String type = state == RunState.RUNNING ? "created" : state.name().toLowerCase(Locale.ROOT);
    runMoved(tx, runId, type);
  }

  /**
   * Writes the run as it is now into the history.
   *
   * @param type what happened to it
   */
  void runMoved(Transaction tx, RunId runId, String type) {
    history.append(tx, new HistoryEntry("run." + type, runId, null, views.require(tx, runId)));
  }

  private void nothingToDo(Transaction tx, RunStep step) {
    runs.moveStep(tx, step.stepId(), StepState.SUCCEEDED)
        .ifPresent(ended -> stepMoved(tx, ended, null));
  }

  /** Queues what can be done with parts that are there; not in a run that is to end. */
  private void goOnWithParts(Transaction tx, Run run) {
    if (run.state() != RunState.RUNNING && run.state() != RunState.PAUSED) {
      return;
    }
    Set<RunStep> gone = new LinkedHashSet<>();
    for (PartSteps.Next next : parts.next(tx, run)) {
      insert(tx, run, next.step(), next.part(), next.spec(), List.of())
          .ifPresent(task -> partReused(tx, task));
      gone.add(next.step());
    }
    gone.forEach(step -> settle(tx, step));
    if (!gone.isEmpty()) {
      tx.afterCommit(dispatchable);
    }
  }

  /** Its step is settled by who asked for it. */
  private void partReused(Transaction tx, Task task) {
    publisher.republish(tx, task);
    append(tx, task, eventType(task.state()));
  }

  /**
   * Queues a task.
   *
   * @param results of the run so far
   * @return the task when an earlier one has done exactly that already
   */
  private Optional<Task> insert(
      Transaction tx,
      Run run,
      RunStep step,
      int part,
      TaskSpec spec,
      Collection<TaskResult> results) {
    Optional<String> fingerprint = reuse.fingerprint(spec, results);
    Task task =
        tasks.insert(
            tx,
            new NewTask(
                new TaskId(ids.next()),
                run.runId(),
                step.stepId(),
                step.name(),
                part,
                run.standing(),
                spec,
                fingerprint.orElse(null)));
    append(tx, task, "task.queued");
    return fingerprint
        .filter(digest -> !run.isFresh())
        .flatMap(digest -> reuse.earlier(tx, spec, digest))
        .flatMap(earlier -> transitions.reuse(tx, task.id(), earlier.id()));
  }

  /**
   * Queues what a step is to do.
   *
   * @param done gets the tasks that an earlier one has done already
   * @return whether there is anything to do
   */
  private boolean queue(Transaction tx, Run run, RunStep step, List<Task> done) {
    StepResults results = results(tx, run.runId());
    List<TaskSpec> specs = run.plan().tasks(step.name(), results);
    for (int part = 0; part < specs.size(); part++) {
      insert(tx, run, step, part, specs.get(part), results.all()).ifPresent(done::add);
    }
    tx.afterCommit(dispatchable);
    return !specs.isEmpty();
  }

  private void reused(Transaction tx, Task task) {
    publisher.republish(tx, task);
    taskMoved(tx, task);
  }

  private StepResults results(Transaction tx, RunId runId) {
    Map<String, List<TaskResult>> results = new HashMap<>();
    for (Task task : tasks.ofRuns(tx, List.of(runId))) {
      TaskResult result = task.view().result();
      if (result != null) {
        results.computeIfAbsent(task.view().step(), any -> new ArrayList<>()).add(result);
      }
    }
    return new StepResults(results);
  }

  private void append(Transaction tx, Task task, String type) {
    history.append(tx, new HistoryEntry(type, task.view().runId(), task.id(), task.view()));
  }

  /**
   * @param only the step's task as it is now, when there is one alone; null to look
   */
  private void stepMoved(Transaction tx, RunStep step, @Nullable Task only) {
    String type = "step." + step.state().name().toLowerCase(Locale.ROOT);
    StepView view = only == null ? views.step(tx, step) : views.step(tx, step, only);
    history.append(tx, new HistoryEntry(type, step.runId(), null, view));
  }

  private static String eventType(TaskState state) {
    return switch (state) {
      case QUEUED -> "task.requeued";
      case OFFERED -> "task.offered";
      case RUNNING -> "task.started";
      case CANCELLING -> "task.cancelling";
      case SUCCEEDED -> "task.succeeded";
      case FAILED -> "task.failed";
      case DEAD -> "task.dead";
      case CANCELLED -> "task.cancelled";
    };
  }
}
