package io.mien.networks.stargan;

/**
 * Weights of the losses; the paper's are 1, 1, 1, 10, 10, sum, 1, 0.
 *
 * @param adversarial the generator's −mean realness
 * @param criticClassification label loss of the critic on real images
 * @param classification label loss of the generator
 * @param reconstruction mean |x − G(G(x, t), s)|
 * @param gradientPenalty the critic's penalty
 * @param penaltySlope of what the penalty holds the slope at 1
 * @param penaltyEvery critic steps between penalties, each scaled up by as much (lazy
 *     regularisation, Karras et al. 2020), counted for each set; 1 is every step
 * @param change mean |x − G(x, t)|: keeps what needs no change
 */
public record LossWeights(
    double adversarial,
    double criticClassification,
    double classification,
    double reconstruction,
    double gradientPenalty,
    PenaltySlope penaltySlope,
    int penaltyEvery,
    double change) {
  public LossWeights {
    if (!(adversarial >= 0
        && criticClassification >= 0
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
    return new LossWeights(1, 1, 1, 10, 10, PenaltySlope.SUM, 1, 0);
  }
}
