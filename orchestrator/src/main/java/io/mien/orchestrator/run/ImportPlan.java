package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.task.ImportCheckpoint;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/** A file of weights becomes a checkpoint; somebody is waiting, but not as for a photo. */
public record ImportPlan(ImportCheckpoint task) implements RunPlan {

  public static final String TEMPLATE = "import";

  /** Before the trainings that are queued, which take hours. */
  static final int PRIORITY = 50;

  private static final List<StepTemplate> STEPS =
      List.of(StepTemplate.of(TEMPLATE, TaskKind.TRAIN));

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return PRIORITY;
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
