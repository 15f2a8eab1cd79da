package io.mien.orchestrator.run;

import io.mien.contracts.TaskKind;
import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.id.CheckpointId;
import io.mien.contracts.object.ObjectRef;
import io.mien.contracts.object.PrefixRef;
import io.mien.contracts.picture.ImageForm;
import io.mien.contracts.picture.ImageOutput;
import io.mien.contracts.quality.QualityGate;
import io.mien.contracts.result.ItemsListed;
import io.mien.contracts.result.ItemsPrepared;
import io.mien.contracts.result.TaskResult;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.task.ListItems;
import io.mien.contracts.task.PrepareItems;
import io.mien.contracts.task.SynthesiseItems;
import io.mien.contracts.task.TaskSpec;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many photos in other expressions: list the items, prepare them in parts, and generate each part
 * as soon as it is prepared (ADR 0021).
 *
 * @param source of the photos that have no address of their own
 * @param items JSON lines that came with the request
 * @param file name of JSON lines in the source
 * @param recipe the checkpoint's own
 * @param urgency its priority
 * @param output null for crops
 * @param form of the images; null for the checkpoint's size as PNG
 * @param quality what the images must reach; null for no measure
 */
public record SynthesisPlan(
    @Nullable URI source,
    @Nullable ObjectRef items,
    @Nullable String file,
    ItemOptions options,
    CheckpointId checkpointId,
    PrefixRef checkpoint,
    CropRecipe recipe,
    int urgency,
    @Nullable ImageOutput output,
    @Nullable ImageForm form,
    @Nullable QualityGate quality)
    implements RunPlan {

  public static final String TEMPLATE = "synthesis";

  public static final String LIST = "list";
  public static final String PREPARE = "prepare";
  public static final String GENERATE = "generate";

  private static final List<StepTemplate> STEPS =
      List.of(
          StepTemplate.of(LIST, TaskKind.INGEST),
          StepTemplate.of(PREPARE, TaskKind.INGEST, LIST),
          StepTemplate.of(GENERATE, TaskKind.SYNTH, PREPARE));

  @Override
  public String template() {
    return TEMPLATE;
  }

  @Override
  public int priority() {
    return urgency;
  }

  @Override
  public List<StepTemplate> steps() {
    return STEPS;
  }

  @Override
  public List<TaskSpec> tasks(String step, StepResults results) {
    return switch (step) {
      case LIST -> List.of(new ListItems(source, items, file, options));
      case PREPARE ->
          results.of(LIST, ItemsListed.class).parts().stream()
              .<TaskSpec>map(
                  part -> new PrepareItems(source, part.items(), part.count(), recipe, output))
              .toList();
      case GENERATE -> List.of();
      default -> throw new IllegalArgumentException("A synthesis has no step '" + step + "'.");
    };
  }

  @Override
  public Map<String, String> partwise() {
    return Map.of(GENERATE, PREPARE);
  }

  @Override
  public Optional<TaskSpec> goOn(String step, TaskResult part) {
    return part instanceof ItemsPrepared prepared && prepared.prepared() > 0
        ? Optional.of(
            new SynthesiseItems(
                prepared.crops(),
                prepared.items(),
                prepared.prepared(),
                checkpoint,
                form,
                quality,
                prepared.photos()))
        : Optional.empty();
  }
}
