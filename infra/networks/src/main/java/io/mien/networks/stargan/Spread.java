package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;

/** How much the images of a batch differ from each other: what a collapsed generator loses. */
final class Spread {
  private Spread() {}

  /**
   * Root of the ratio of the variances over the batch, each averaged over channels and pixels.
   *
   * @param generated (N, 3, S, S)
   * @param real (N, 3, S, S)
   * @return 0 for a batch of equal images; 1 where the real ones are equal too, as in a batch of
   *     one
   */
  static double relative(NDArray generated, NDArray real) {
    try (Autograd silent = Autograd.silent()) {
      double expected = variance(real);
      return expected == 0 ? 1 : Math.sqrt(variance(generated) / expected);
    }
  }

  private static double variance(NDArray images) {
    try (NDArray mean = images.mean(new int[] {0}, true);
        NDArray difference = images.sub(mean);
        NDArray squares = difference.square();
        NDArray variance = squares.mean()) {
      return variance.getFloat();
    }
  }
}
