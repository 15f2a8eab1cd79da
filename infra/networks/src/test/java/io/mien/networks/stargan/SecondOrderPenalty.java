package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.device.Autograd;

/**
 * The gradient penalty by differentiating twice, as PyTorch's users write it: the yardstick of
 * {@link GradientPenalty}. It keeps the graph of a backward pass, which also runs through the
 * weights and leaves its traces in their gradients.
 */
public final class SecondOrderPenalty {
  private SecondOrderPenalty() {}

  /** Adds the penalty's gradients to the critic's clean gradients and returns its value. */
  public static float backward(Critic critic, NDArray x) {
    try (Autograd recording = Autograd.recording();
        NDArray leaf = Autograd.detached(x)) {
      JniUtils.attachGradient((PtNDArray) leaf, true);
      Judgement judgement = critic.forward(leaf);
      NDArray sum = judgement.realness().sum();
      JniUtils.backward((PtNDArray) sum, (PtNDArray) sum.onesLike(), true, true);
      NDArray gradient = JniUtils.getGradient((PtNDArray) leaf);
      critic.parameters().clearGradients();
      NDArray norms = gradient.square().sum(new int[] {1, 2, 3}).sqrt();
      NDArray penalty = norms.sub(1f).square().mean();
      Autograd.backward(penalty);
      return penalty.getFloat();
    }
  }
}
