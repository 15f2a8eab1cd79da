package io.mien.orchestrator.run;

import io.mien.contracts.RunState;
import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.TaskState;
import io.mien.contracts.event.Progress;
import io.mien.contracts.id.EvaluationId;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import io.mien.contracts.rest.RunView;
import io.mien.contracts.rest.StepView;
import io.mien.contracts.rest.TaskView;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.evaluation.JdbcEvaluationRepository;
import io.mien.orchestrator.queue.JdbcQueues;
import io.mien.orchestrator.task.JdbcTaskRepository;
import io.mien.orchestrator.task.SharedStep;
import io.mien.orchestrator.task.Task;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs as everybody may see them. */
public final class RunViews {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcEvaluationRepository evaluations;
  private final JdbcQueues queues;

  public RunViews(
      JdbcRunRepository runs,
      JdbcTaskRepository tasks,
      JdbcEvaluationRepository evaluations,
      JdbcQueues queues) {
    this.runs = runs;
    this.tasks = tasks;
    this.evaluations = evaluations;
    this.queues = queues;
  }

  public Optional<RunView> find(Transaction tx, RunId runId) {
    return runs.find(tx, runId).map(run -> of(tx, List.of(run)).get(0));
  }

  /** The view of a run that is known to exist. */
  public RunView require(Transaction tx, RunId runId) {
    return find(tx, runId)
        .orElseThrow(() -> new IllegalStateException("Run " + runId + " has no row."));
  }

  public List<RunView> of(Transaction tx, List<Run> some) {
    return of(tx, some, runs.stepsOf(tx, ids(some)));
  }

  /** Runs whose rows and steps are at hand. */
  List<RunView> of(Transaction tx, List<Run> some, Map<RunId, List<RunStep>> steps) {
    List<RunId> ids = ids(some);
    boolean judged =
        steps.values().stream()
            .flatMap(List::stream)
            .anyMatch(step -> step.kind() == TaskKind.EVAL);
    Map<RunId, EvaluationId> evaluated = judged ? evaluations.ofRuns(tx, ids) : Map.of();
    StepViews stepViews = stepViews(tx, ids);
    return some.stream()
        .map(
            run ->
                view(
                    run,
                    stepViews.of(run.state(), steps.getOrDefault(run.runId(), List.of())),
                    evaluated.get(run.runId())))
        .toList();
  }

  /** One step as it is now. */
  StepView step(Transaction tx, RunStep step) {
    RunState run = runs.state(tx, step.runId());
    return stepViews(tx, List.of(step.runId())).of(run, List.of(step)).get(0);
  }

  /** A step with one task, both as they are now. */
  StepView step(Transaction tx, RunStep step, Task only) {
    RunState run =
        step.state() == StepState.QUEUED ? runs.state(tx, step.runId()) : RunState.RUNNING;
    return new StepViews(Map.of(step.stepId(), only), Map.of(), reason(tx))
        .of(run, List.of(step))
        .get(0);
  }

  private StepViews stepViews(Transaction tx, Collection<RunId> ids) {
    Map<StepId, Task> telling = new HashMap<>();
    tasks.telling(tx, ids).forEach(task -> telling.put(task.stepId(), task));
    Map<StepId, SharedStep> shared = new HashMap<>();
    tasks.shared(tx, ids).forEach(step -> shared.put(step.stepId(), step));
    return new StepViews(telling, shared, reason(tx));
  }

  private WaitingReason reason(Transaction tx) {
    return new WaitingReason(() -> queues.busy(tx));
  }

  private static List<RunId> ids(List<Run> some) {
    return some.stream().map(Run::runId).toList();
  }

  private static RunView view(Run run, List<StepView> steps, @Nullable EvaluationId evaluation) {
    return new RunView(
        run.runId(),
        run.name(),
        run.plan().template(),
        run.datasetId(),
        run.preset(),
        run.standing().priority(),
        run.state(),
        run.createdAt(),
        run.finishedAt(),
        steps,
        evaluation,
        run.pinnedAt());
  }

  private record StepViews(
      Map<StepId, Task> tasks, Map<StepId, SharedStep> shared, WaitingReason reason) {

    List<StepView> of(RunState run, List<RunStep> steps) {
      return steps.stream().map(step -> of(run, step)).toList();
    }

    private StepView of(RunState run, RunStep step) {
      Task task = tasks.get(step.stepId());
      TaskView view = task == null ? null : task.view();
      Progress progress = view == null ? null : view.progress();
      Double seconds = view == null ? null : view.seconds();
      SharedStep several = shared.get(step.stepId());
      return new StepView(
          step.stepId(),
          step.name(),
          step.kind(),
          step.state(),
          step.dependsOn(),
          view,
          several == null ? null : several.tasks(),
          several == null ? progress : several.progress(progress),
          several == null ? seconds : several.seconds(),
          reason.of(run, step, view == null ? TaskState.QUEUED : view.state()).orElse(null));
    }
  }
}
