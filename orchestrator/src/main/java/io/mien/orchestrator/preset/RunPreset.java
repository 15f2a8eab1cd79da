package io.mien.orchestrator.preset;

import io.mien.contracts.dataset.SplitPolicy;

/** Complete settings of a run under one name. */
public sealed interface RunPreset permits Preset, FacePreset {

  String name();

  /** For people, in a sentence. */
  String description();

  /** How the dataset falls into its parts. */
  SplitPolicy split();
}
