package io.mien.networks.stargan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How the generator's last features become pixels. {@code C} are the last convolution's outputs.
 */
public enum OutputHead {
  /** tanh(C), the paper's. */
  @JsonProperty("tanh")
  TANH,
  /** A·x + (1 − A)·tanh(C) with a learned mask A per pixel (GANimation, arXiv 1807.09251). */
  @JsonProperty("attention")
  ATTENTION,
  /** x + 2·tanh(C), clipped to [-1, 1]: the network draws the difference (US-GAN's idea). */
  @JsonProperty("residual")
  RESIDUAL,
  /** tanh(artanh(0.98·x) + C): a difference in logits, bounded without clipping. */
  @JsonProperty("logit-residual")
  LOGIT_RESIDUAL
}
