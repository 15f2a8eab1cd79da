package io.mien.orchestrator.preset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.task.ClassifierTraining;
import io.mien.contracts.task.StarGanTraining;

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
    ClassifierTraining classifier,
    StarGanTraining stargan,
    int synthesisLimit) {

  public Preset {
    int size = stargan.networks().imageSize();
    int reduction = 1 << stargan.networks().criticLayers();
    if (size % reduction != 0) {
      throw new IllegalArgumentException(
          "Preset %s: images of %d pixels cannot be halved %d times."
              .formatted(name, size, stargan.networks().criticLayers()));
    }
    if (synthesisLimit < 0) {
      throw new IllegalArgumentException(
          "Preset " + name + ": the synthesis limit is " + synthesisLimit + "; use 0 for all.");
    }
  }
}
