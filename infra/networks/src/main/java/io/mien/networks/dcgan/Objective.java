package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import com.fasterxml.jackson.annotation.JsonProperty;

/** What critic and generator play for; losses are means over scores (N, 1, 1, 1). */
public enum Objective {
  /** Cross-entropy; the generator maximises log σ(D(G)), as DCGAN does. */
  @JsonProperty("non-saturating")
  NON_SATURATING,
  /** Cross-entropy; the generator minimises log(1 − σ(D(G))), Goodfellow's first formula. */
  @JsonProperty("saturating")
  SATURATING,
  /** The critic's mean difference between real and generated images, WGAN. */
  @JsonProperty("wasserstein")
  WASSERSTEIN;

  /** The critic's loss on real images: −log σ(s), or −s. */
  NDArray real(NDArray scores) {
    return switch (this) {
      case NON_SATURATING, SATURATING -> softPlusOfNegative(scores);
      case WASSERSTEIN -> negativeMean(scores);
    };
  }

  /** The critic's loss on generated images: −log(1 − σ(s)), or s. */
  NDArray fake(NDArray scores) {
    return switch (this) {
      case NON_SATURATING, SATURATING -> softPlus(scores);
      case WASSERSTEIN -> scores.mean();
    };
  }

  /** The generator's loss on its images. */
  NDArray generator(NDArray scores) {
    return switch (this) {
      case NON_SATURATING -> softPlusOfNegative(scores);
      case SATURATING -> negative(softPlus(scores));
      case WASSERSTEIN -> negativeMean(scores);
    };
  }

  private static NDArray softPlusOfNegative(NDArray scores) {
    try (NDArray turned = scores.neg()) {
      return softPlus(turned);
    }
  }

  private static NDArray softPlus(NDArray scores) {
    try (NDArray losses = JniUtils.softPlus((PtNDArray) scores)) {
      return losses.mean();
    }
  }

  private static NDArray negativeMean(NDArray scores) {
    return negative(scores.mean());
  }

  private static NDArray negative(NDArray x) {
    try (x) {
      return x.neg();
    }
  }
}
