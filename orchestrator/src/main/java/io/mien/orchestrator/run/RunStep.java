package io.mien.orchestrator.run;

import io.mien.contracts.StepState;
import io.mien.contracts.TaskKind;
import io.mien.contracts.id.RunId;
import io.mien.contracts.id.StepId;
import java.util.List;

/** A row of {@code step}. */
public record RunStep(
    StepId stepId,
    RunId runId,
    String name,
    TaskKind kind,
    List<String> dependsOn,
    StepState state) {

  public RunStep {
    dependsOn = List.copyOf(dependsOn);
  }

  RunStep in(StepState next) {
    return new RunStep(stepId, runId, name, kind, dependsOn, next);
  }
}
