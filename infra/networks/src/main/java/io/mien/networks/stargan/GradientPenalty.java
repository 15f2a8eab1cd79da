package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;
import io.mien.networks.layer.Convolution;
import java.util.List;

/**
 * WGAN-GP's penalty (Gulrajani et al. 2017): mean over samples of (‖∇ Σ realness(x̂)‖₂ − 1)².
 *
 * <p>A critic consists of convolutions and leaky ReLUs only, so its gradient with respect to the
 * image is written out as forward operations: transposed convolutions between slopes, which are
 * constant almost everywhere. One ordinary backward pass then gives the exact second-order term; no
 * graph of a backward pass is kept, and the weights' own gradients stay clean.
 */
public final class GradientPenalty {
  private GradientPenalty() {}

  /** The penalty at {@code x}, differentiable in the critic's weights. */
  public static NDArray at(Critic critic, NDArray x, PenaltySlope slopeOf) {
    try (NDArray gradient = gradient(critic.layers(), x, slopeOf)) {
      return ofSlope(gradient);
    }
  }

  /** Mean over samples of (‖gradient‖₂ − 1)². */
  static NDArray ofSlope(NDArray gradient) {
    try (NDArray squares = gradient.square();
        NDArray sums = squares.sum(new int[] {1, 2, 3});
        NDArray norms = sums.sqrt();
        NDArray excess = norms.sub(1f);
        NDArray penalties = excess.square()) {
      return penalties.mean();
    }
  }

  /** ∇ₓ of the realness summed or averaged over patches, (N, C, S, S). */
  static NDArray gradient(RealnessLayers critic, NDArray x, PenaltySlope slopeOf) {
    List<NDArray> features;
    try (Autograd silent = Autograd.silent()) {
      features = critic.features(x);
    }
    int last = features.size() - 1;
    NDArray flow = throughRealness(critic, features.get(last).getShape(), x, slopeOf);
    for (int layer = last; layer >= 0; layer--) {
      try (NDArray feature = features.get(layer);
          NDArray above = flow) {
        NDArray weight = critic.parameters().get(RealnessLayers.weight(layer));
        flow = RealnessLayers.LAYER.gradient(above, feature, weight);
      }
    }
    return flow;
  }

  /** Gradient of the realness with respect to the last features. */
  private static NDArray throughRealness(
      RealnessLayers critic, Shape features, NDArray x, PenaltySlope slopeOf) {
    Shape map = new Shape(features.get(0), 1, features.get(2), features.get(3));
    float perPatch =
        switch (slopeOf) {
          case SUM -> 1;
          case MEAN -> 1f / (features.get(2) * features.get(3));
        };
    NDArray weight = critic.parameters().get("conv1.weight");
    try (NDArray patches = x.getManager().full(map, perPatch);
        NDArray flipped = JniUtils.flip((PtNDArray) weight, new long[] {2, 3});
        NDArray turned = flipped.transpose(1, 0, 2, 3)) {
      return Convolution.apply(patches, turned, 1, 1);
    }
  }
}
