package io.mien.orchestrator.preset;

import io.mien.contracts.dataset.CropRecipe;
import io.mien.contracts.dataset.SplitPolicy;

/** Complete settings of a run under one name. */
public sealed interface RunPreset permits Preset, FacePreset {

  String name();

  /** For people, in a sentence. */
  String description();

  /** How its pictures are cropped. */
  CropRecipe recipe();

  /** How the dataset falls into its parts. */
  SplitPolicy split();
}
