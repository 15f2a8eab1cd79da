package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import java.util.List;

/**
 * One photo in other expressions; somebody is waiting for it.
 *
 * @param recipe the checkpoint's own
 * @param expressions labels of the checkpoint
 */
public record ExpressionsPlan(
    ObjectRef photo,
    CheckpointId checkpointId,
    PrefixRef checkpoint,
    CropRecipe recipe,
    List<String> expressions)
    implements RunPlan {

  public static final String TEMPLATE = "expressions";

  static final String PREPARE = "prepare";
  static final String SYNTHESISE = "synthesise";

  private static final int PRIORITY = 100;

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(PREPARE, TaskKind.INGEST),
          StepTemplate.of(SYNTHESISE, TaskKind.SYNTH, PREPARE));

  public ExpressionsPlan {
    expressions = List.copyOf(expressions);
  }

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
  public TaskSpec spec(String step, StepResults results) {
    return switch (step) {
      case PREPARE -> new PreparePhoto(photo, recipe);
      case SYNTHESISE ->
          new SynthesisePhoto(
              results.of(PREPARE, PhotoPrepared.class).crop(), checkpoint, expressions);
      default ->
          throw new IllegalArgumentException("An expression set has no step '" + step + "'.");
    };
  }
}
