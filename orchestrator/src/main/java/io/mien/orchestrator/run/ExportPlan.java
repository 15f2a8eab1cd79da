package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.task.ExportCheckpoint;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/** A checkpoint becomes a file that other programs read. */
public record ExportPlan(CheckpointId checkpointId, ExportCheckpoint task) implements RunPlan {

  public static final String TEMPLATE = "export";

  private static final List<StepTemplate> STEPS =
      List.of(StepTemplate.of(TEMPLATE, TaskKind.TRAIN));

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
