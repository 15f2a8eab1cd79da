package io.mien.orchestrator.preset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.task.TrainingRequest;

/**
 * Complete settings of a pipeline under one name; a resource {@code presets/<name>.json}.
 *
 * @param description for people, in a sentence
 * @param synthesisLimit most test crops to synthesise from; 0 means all
 */
public record Preset(
    String name,
    String description,
    CropRecipe recipe,
    SplitPolicy split,
    TrainingRequest classifier,
    TrainingRequest stargan,
    int synthesisLimit)
    implements RunPreset {

  public Preset {
    if (synthesisLimit < 0) {
      throw new IllegalArgumentException(
          "Preset " + name + ": the synthesis limit is " + synthesisLimit + "; use 0 for all.");
    }
  }
}
