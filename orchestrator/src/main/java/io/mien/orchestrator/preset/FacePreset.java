package io.mien.orchestrator.preset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;
import io.mien.contracts.task.FaceGanMethod;
import io.mien.contracts.task.TrainingRequest;

/**
 * Complete settings of face generation under one name; a resource {@code presets/<name>.json}.
 *
 * @param description for people, in a sentence
 * @param method base specification that {@code training} changes
 * @param faces how many faces the trained generator draws
 * @param seed of those faces
 */
public record FacePreset(
    String name,
    String description,
    CropRecipe recipe,
    SplitPolicy split,
    FaceGanMethod method,
    TrainingRequest training,
    int faces,
    long seed)
    implements RunPreset {

  public FacePreset {
    if (faces < 1) {
      throw new IllegalArgumentException(
          "Preset " + name + ": at least one face is drawn, not " + faces + ".");
    }
  }
}
