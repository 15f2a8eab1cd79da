package io.mien.networks.stargan;

import io.mien.networks.augmentation.DifferentiableAugmentation;

/**
 * What both networks strive for.
 *
 * @param weights of StarGAN's losses
 * @param paired weights of losses against real counterparts
 * @param augmentation of all that the critic sees in a training step
 */
public record StarGanObjective(
    LossWeights weights, PairedWeights paired, DifferentiableAugmentation augmentation) {
  public StarGanObjective {
    if (augmentation.used() && paired.features() > 0) {
      throw new IllegalArgumentException(
          "Feature matching compares generated images with their counterparts as they are: it does not go with an augmented critic (%s). Use paired pixels alone, or no augmentation."
              .formatted(augmentation.policies()));
    }
  }

  /** The paper's. */
  public static StarGanObjective faithful() {
    return of(LossWeights.faithful());
  }

  /** StarGAN's own losses with these weights, nothing else. */
  public static StarGanObjective of(LossWeights weights) {
    return new StarGanObjective(weights, PairedWeights.none(), DifferentiableAugmentation.none());
  }
}
