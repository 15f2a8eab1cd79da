package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Scale;

/** Penalties on the critic's slope, differentiable in its weights. */
final class CriticPenalty {
  private static final int[] IMAGE = {1, 2, 3};

  private CriticPenalty() {}

  /** mean (‖∇D(x̂)‖₂ − 1)² at x̂ = fake + α·(real − fake). */
  static NDArray between(DcGanCritic critic, NDArray real, NDArray fake, NDArray alpha) {
    try (NDArray difference = real.sub(fake);
        NDArray share = difference.mul(alpha);
        NDArray mixed = fake.add(share);
        NDArray slope = critic.slope(mixed);
        NDArray squares = slope.square();
        NDArray sums = squares.sum(IMAGE);
        NDArray norms = sums.sqrt();
        NDArray excess = norms.sub(1f);
        NDArray penalties = excess.square()) {
      return penalties.mean();
    }
  }

  /** mean ‖∇D(x)‖²/2 at real images. */
  static NDArray atReal(DcGanCritic critic, NDArray real) {
    try (NDArray slope = critic.slope(real);
        NDArray squares = slope.square();
        NDArray sums = squares.sum(IMAGE);
        NDArray mean = sums.mean()) {
      return Scale.by(mean, 0.5);
    }
  }
}
