package io.mien.networks.dcgan;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What keeps the critic smooth.
 *
 * @param strength bound of the clipping, λ of the gradient penalty, or γ of R1; unused for none
 * @param every critic steps between penalties, each scaled up by as much (lazy regularisation,
 *     Karras et al. 2020); clipping follows every step
 */
public record CriticConstraint(Kind kind, double strength, int every) {
  /** The kinds of constraint. */
  public enum Kind {
    @JsonProperty("none")
    NONE,
    /** WGAN: every parameter, normalisations included, is clamped to ±strength. */
    @JsonProperty("clipping")
    CLIPPING,
    /** WGAN-GP: λ·mean (‖∇D(x̂)‖ − 1)² between real and generated images. */
    @JsonProperty("gradient-penalty")
    GRADIENT_PENALTY,
    /** R1: γ/2·mean ‖∇D(x)‖² at real images. */
    @JsonProperty("r1")
    R1
  }

  private static final double R1_GAMMA = 0.0002;
  private static final int R1_EVERY = 16;

  public CriticConstraint {
    if (every < 1 || !(strength > 0 || kind == Kind.NONE)) {
      throw new IllegalArgumentException(
          "A constraint needs strength > 0 and every >= 1; found %s with %s, %d."
              .formatted(kind, strength, every));
    }
  }

  public static CriticConstraint none() {
    return new CriticConstraint(Kind.NONE, 0, 1);
  }

  public static CriticConstraint clipping(double bound) {
    return new CriticConstraint(Kind.CLIPPING, bound, 1);
  }

  public static CriticConstraint gradientPenalty(double lambda) {
    return new CriticConstraint(Kind.GRADIENT_PENALTY, lambda, 1);
  }

  /** Lazy R1 with γ = 0.0002·size²/batch, StyleGAN2-ADA's rule. */
  public static CriticConstraint r1(int imageSize, int batchSize) {
    double gamma = R1_GAMMA * imageSize * imageSize / batchSize;
    return new CriticConstraint(Kind.R1, gamma, R1_EVERY);
  }

  /** Refuses penalties on a critic that mixes the images of a batch. */
  public void verify(CriticNorm norm) {
    boolean penalty = kind == Kind.GRADIENT_PENALTY || kind == Kind.R1;
    if (penalty && norm == CriticNorm.BATCH) {
      throw new IllegalArgumentException(
          "A %s is each image's own, but batch normalisation makes the critic's scores depend on the whole batch: set network.criticNorm to \"none\"."
              .formatted(kind));
    }
  }
}
