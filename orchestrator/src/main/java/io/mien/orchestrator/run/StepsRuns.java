package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.run.RunStarter.NewRun;
import java.util.Objects;

/** Makes runs of steps that a client names itself. */
public final class StepsRuns {

  private final RunPlanner planner;
  private final NamedCheckpoints checkpoints;
  private final Presets presets;
  private final UseRules policy;

  /**
   * @param policy what the installation asks of the terms of data
   */
  public StepsRuns(
      RunPlanner planner, NamedCheckpoints checkpoints, Presets presets, UseRules policy) {
    this.planner = planner;
    this.checkpoints = checkpoints;
    this.presets = presets;
    this.policy = policy;
  }

  /**
   * Plans the run; keeps its datasets from being changed until the transaction ends.
   *
   * @throws InvalidInput {@code invalid-steps}, or what is said of the things that it names
   */
  public NewRun plan(Transaction tx, RunId runId, StepsRequest request) {
    UseRules rules = RequestedUse.of(request.purpose(), request.minors(), policy);
    UsableThings named =
        new UsableThings(
            tx, (open, id) -> planner.dataset(open, id, rules), checkpoints, presets, rules);
    StepsPlan plan = new StepsPlanner(named).plan(request);
    String name = Objects.requireNonNullElse(request.name(), plan.asked().size() + " steps");
    return new NewRun(runId, name, plan, null, null);
  }
}
