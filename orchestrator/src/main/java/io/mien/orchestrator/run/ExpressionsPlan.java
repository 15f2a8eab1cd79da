package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.result.PhotoPrepared;
import io.mien.contracts.task.PreparePhoto;
import io.mien.contracts.task.SynthesisePhoto;
import io.mien.contracts.task.TaskSpec;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One photo in other expressions; somebody is waiting for it.
 *
 * @param recipe the checkpoint's own
 * @param expressions labels of the checkpoint
 * @param group that the labels are of; null in runs of earlier versions, for the only one
 * @param holds attributes that the photo shows already
 * @param picture how the images are wanted; {@link AskedPicture#PLAIN} in runs of earlier versions
 * @param quality what the images must reach; null for no measure
 */
public record ExpressionsPlan(
    ObjectRef photo,
    CheckpointId checkpointId,
    PrefixRef checkpoint,
    CropRecipe recipe,
    List<String> expressions,
    @Nullable String group,
    List<String> holds,
    AskedPicture picture,
    @Nullable QualityGate quality)
    implements RunPlan {

  public static final String TEMPLATE = "expressions";

  static final String PREPARE = "prepare";
  static final String SYNTHESISE = "synthesise";

  private static final int PRIORITY = 100;

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(PREPARE, TaskKind.INGEST),
          StepTemplate.of(SYNTHESISE, TaskKind.SYNTH, PREPARE));

  public ExpressionsPlan(
      ObjectRef photo,
      CheckpointId checkpointId,
      PrefixRef checkpoint,
      CropRecipe recipe,
      List<String> expressions,
      @Nullable String group,
      @Nullable List<String> holds,
      @Nullable AskedPicture picture,
      @Nullable QualityGate quality) {
    this.photo = photo;
    this.checkpointId = checkpointId;
    this.checkpoint = checkpoint;
    this.recipe = recipe;
    this.expressions = List.copyOf(expressions);
    this.group = group;
    this.holds = holds == null ? List.of() : List.copyOf(holds);
    this.picture = Objects.requireNonNullElse(picture, AskedPicture.PLAIN);
    this.quality = quality;
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
  public List<TaskSpec> tasks(String step, StepResults results) {
    return switch (step) {
      case PREPARE -> List.of(new PreparePhoto(photo, recipe, picture.face(), picture.output()));
      case SYNTHESISE -> List.of(synthesis(results.of(PREPARE, PhotoPrepared.class)));
      default ->
          throw new IllegalArgumentException("An expression set has no step '" + step + "'.");
    };
  }

  private SynthesisePhoto synthesis(PhotoPrepared prepared) {
    return new SynthesisePhoto(
        prepared.crop(),
        checkpoint,
        expressions,
        group,
        holds,
        prepared.photo(),
        picture.form(),
        quality,
        photo.sha256());
  }
}
