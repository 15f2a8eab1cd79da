package io.mien.networks.interchange;

import io.mien.networks.checkpoint.InvalidCheckpoint;
import io.mien.networks.interchange.tensor.TensorGroup;

/**
 * Bounds the memory of a network that is made after the shapes in a file. Shapes are cheap to make
 * up: empty tensors have any width, and views of one storage any number of weights.
 */
final class WeightBudget {
  /** 134 million, 512 MiB as float32; a StarGAN generator has 8 million, a ResNet-50 26. */
  private static final long MOST_WEIGHTS = 1L << 27;

  private WeightBudget() {}

  /**
   * Checks tensors before a network of their shapes is made.
   *
   * @param needed weights that a network of these dimensions has at least
   * @throws InvalidCheckpoint when there are too many, or fewer than needed
   */
  static void require(TensorGroup group, double needed) {
    long weights = group.weights();
    if (weights > MOST_WEIGHTS) {
      throw new InvalidCheckpoint(
          "The tensors %s have %,d weights; networks of up to %,d are taken."
              .formatted(group.summary(), weights, MOST_WEIGHTS));
    }
    if (needed > weights) {
      throw new InvalidCheckpoint(
          "The tensors %s have %,d weights, a network of their width has %,.0f or more: they do not belong together."
              .formatted(group.summary(), weights, needed));
    }
  }
}
