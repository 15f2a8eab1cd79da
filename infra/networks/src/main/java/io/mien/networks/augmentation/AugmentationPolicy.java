package io.mien.networks.augmentation;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A family of changes, with the strengths of the reference (Zhao et al. 2020, DiffAugment). */
public enum AugmentationPolicy {
  /** Brightness ± 0.5 on the scale [-1, 1], saturation times 0 to 2, contrast times 0.5 to 1.5. */
  @JsonProperty("color")
  COLOR,
  /** A shift by up to an eighth of the side in each direction; what comes in is 0, a mid grey. */
  @JsonProperty("translation")
  TRANSLATION,
  /** A square of half the side, anywhere, becomes 0. */
  @JsonProperty("cutout")
  CUTOUT
}
