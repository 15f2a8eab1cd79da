package io.mien.orchestrator.run;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.id.RunId;
import io.mien.contracts.rest.StepsRequest;
import io.mien.contracts.terms.UseRules;
import io.mien.orchestrator.checkpoint.NamedCheckpoints;
import io.mien.orchestrator.database.Transaction;
import io.mien.orchestrator.preset.Presets;
import io.mien.orchestrator.preset.RunTemplates;
import io.mien.orchestrator.run.RunStarter.NewRun;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes runs of steps that a client names itself. */
public final class StepsRuns {

  private final RunPlanner planner;
  private final NamedCheckpoints checkpoints;
  private final Presets presets;
  private final RunTemplates templates;
  private final UseRules policy;

  /**
   * @param policy what the installation asks of the terms of data
   */
  public StepsRuns(
      RunPlanner planner,
      NamedCheckpoints checkpoints,
      Presets presets,
      RunTemplates templates,
      UseRules policy) {
    this.planner = planner;
    this.checkpoints = checkpoints;
    this.presets = presets;
    this.templates = templates;
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
    StepsPlan plan =
        new StepsPlanner(named).plan(steps(request), request.priority(), request.fresh());
    return new NewRun(runId, name(request, plan), plan, null, null, request);
  }

  private List<StepsRequest.Step> steps(StepsRequest request) {
    if (request.template() == null) {
      return request.steps();
    }
    if (!request.steps().isEmpty()) {
      throw new InvalidInput(
          "bad-field",
          "The request has both steps and the template '%s'; give one of them."
              .formatted(request.template()));
    }
    return templates.require(request.template()).steps(request.parameters());
  }

  private static String name(StepsRequest request, StepsPlan plan) {
    return Stream.of(request.name(), request.template())
        .filter(Objects::nonNull)
        .findFirst()
        .orElseGet(() -> plan.asked().size() + " steps");
  }
}
