package io.mien.networks.stargan;

/**
 * Weights of the losses; the paper's are 1, 1, 10, 10, 0, 0.
 *
 * @param criticClassification label loss of the critic on real images
 * @param classification label loss of the generator
 * @param reconstruction mean |x − G(G(x, t), s)|
 * @param gradientPenalty the critic's penalty
 * @param change mean |x − G(x, t)|: keeps what needs no change
 * @param penaltyEvery critic steps between penalties, each scaled up by as much (lazy
 *     regularisation, Karras et al. 2020); 1 is every step
 */
public record LossWeights(
    double criticClassification,
    double classification,
    double reconstruction,
    double gradientPenalty,
    double change,
    int penaltyEvery) {
  public LossWeights {
    if (!(criticClassification >= 0
        && classification >= 0
        && reconstruction >= 0
        && gradientPenalty >= 0
        && change >= 0)) {
      throw new IllegalArgumentException("Loss weights must not be negative.");
    }
    if (penaltyEvery < 1) {
      throw new IllegalArgumentException("penaltyEvery must be at least 1, not " + penaltyEvery);
    }
  }

  public static LossWeights faithful() {
    return new LossWeights(1, 1, 10, 10, 0, 1);
  }
}
