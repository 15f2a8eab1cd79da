package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.task.InspectDataset;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/** Somebody looks at a dataset before it is ingested. */
public record InspectionPlan(InspectDataset task) implements RunPlan {

  public static final String TEMPLATE = "inspection";

  static final String INSPECT = "inspect";

  private static final List<StepTemplate> STEPS =
      List.of(StepTemplate.of(INSPECT, TaskKind.INGEST));

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return ImportPlan.PRIORITY;
  }

  @Override
  public List<StepTemplate> steps() {
    return STEPS;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    return List.of(task);
  }
}
