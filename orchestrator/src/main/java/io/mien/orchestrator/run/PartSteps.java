package io.mien.orchestrator.run;

import io.mien.contracts.StepState;
import io.mien.contracts.TaskState;
import io.mien.contracts.task.TaskSpec;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.task.JdbcTaskRepository;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Steps of independent tasks, one of which may go on with each part of another as soon as that part
 * is done (ADR 0021). Rows are locked in the order step, following step, run.
 */
final class PartSteps {

  private final JdbcRunRepository runs;
  private final JdbcTaskRepository tasks;
  private final JdbcParts parts = new JdbcParts();

  PartSteps(JdbcRunRepository runs, JdbcTaskRepository tasks) {
    this.runs = runs;
    this.tasks = tasks;
  }

  /**
   * A task that is to be queued.
   *
   * @param part the same as that of the task it goes on with
   */
  record Next(RunStep step, int part, TaskSpec spec) {}

  /**
   * The state of such a step by its tasks. It has not ended while a step before it still brings
   * parts. The caller has locked the step.
   *
   * @param step with a task at least
   */
  StepState state(Transaction tx, RunStep step) {
    Map<TaskState, Integer> states = tasks.states(tx, step.stepId());
    boolean complete =
        runs.steps(tx, List.of(step.runId())).stream()
            .filter(before -> step.dependsOn().contains(before.name()))
            .allMatch(before -> before.state().isTerminal());
    return StepStates.ofIndependent(states, complete);
  }

  /** The steps that go on with the parts of one that has just ended, locked. */
  List<RunStep> lockFollowers(Transaction tx, RunStep ended) {
    return runs.steps(tx, List.of(ended.runId())).stream()
        .filter(step -> step.dependsOn().contains(ended.name()))
        .map(step -> runs.lockStep(tx, step.stepId()))
        .filter(step -> !tasks.states(tx, step.stepId()).isEmpty())
        .toList();
  }

  /** What can be gone on with now. The caller has locked the run. */
  List<Next> next(Transaction tx, Run run) {
    Map<String, String> partwise = run.plan().partwise();
    if (partwise.isEmpty()) {
      return List.of();
    }
    List<Next> next = new ArrayList<>();
    List<RunStep> steps = runs.steps(tx, List.of(run.runId()));
    partwise.forEach(
        (name, before) -> {
          RunStep step = named(name, steps);
          for (JdbcParts.Done done : parts.unfollowed(tx, named(before, steps), step)) {
            run.plan()
                .goOn(name, done.result())
                .ifPresent(spec -> next.add(new Next(step, done.part(), spec)));
          }
        });
    return next;
  }

  private static RunStep named(String name, List<RunStep> steps) {
    return steps.stream()
        .filter(step -> step.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The run has no step '" + name + "'."));
  }
}
