package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.layer.Scale;
import java.util.List;

/** Distance of generated images to their counterparts, in pixels and in the critic's features. */
final class PairedLoss {
  private PairedLoss() {}

  /**
   * The weighted sum, differentiable in {@code fake}.
   *
   * @param fakeFeatures the critic's features of {@code fake}
   */
  static NDArray of(
      PairedWeights weights,
      Critic critic,
      Counterpart counterpart,
      NDArray fake,
      List<NDArray> fakeFeatures) {
    List<NDArray> features;
    try (Autograd silent = Autograd.silent()) {
      features = critic.features(counterpart.images());
    }
    NDArray sum = distance(fake, counterpart.images(), counterpart.known(), 1);
    sum = Scale.by(sum, weights.pixels());
    for (int layer = 0; layer < features.size(); layer++) {
      try (NDArray real = features.get(layer);
          NDArray size = real.abs();
          NDArray mean = size.mean()) {
        double scale = 1 / Math.max(mean.getFloat(), 1e-6);
        double weight = weights.features() / features.size();
        NDArray distance =
            distance(fakeFeatures.get(layer), real, counterpart.known(), scale * weight);
        sum = sum.add(distance);
      }
    }
    return sum;
  }

  private static NDArray distance(NDArray a, NDArray b, NDArray known, double scale) {
    try (NDArray difference = a.sub(b);
        NDArray distance = difference.abs();
        NDArray counted = distance.mul(known);
        NDArray mean = counted.mean()) {
      return Scale.by(mean, scale);
    }
  }
}
