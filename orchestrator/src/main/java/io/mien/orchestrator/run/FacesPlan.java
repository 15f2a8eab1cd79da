package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.task.GenerateFaces;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/** Faces of nobody, from a generator that is there: the last step of {@link FaceTrainingPlan}. */
public record FacesPlan(CheckpointId checkpointId, PrefixRef checkpoint, long seed, int count)
    implements RunPlan {

  public static final String TEMPLATE = "faces";

  static final String GENERATE = "generate";

  private static final List<StepTemplate> STEPS =
      List.of(StepTemplate.of(GENERATE, TaskKind.SYNTH));

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return 0;
  }

  @Override
  public List<StepTemplate> steps() {
    return STEPS;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    if (!step.equals(GENERATE)) {
      throw new IllegalArgumentException("Drawing faces has no step '" + step + "'.");
    }
    return List.of(new GenerateFaces(checkpoint, seed, count));
  }
}
