package io.mien.networks.stargan;

/**
 * A further critic, of reconstructions alone, with weights and an optimiser of its own: the
 * report's added discriminator. It has the dimensions and the Adam constants of StarGAN's critic
 * and takes a step whenever that does; it sees images without the critic's augmentation.
 *
 * @param weight of −mean realness of the cycled images in the generator's loss; 0 for no such
 *     critic, the paper's
 * @param form what it is shown
 * @param gradientPenalty weight of its penalty (10 for StarGAN's critic), which in a pair counts
 *     the slope in the candidate alone
 * @param penaltySlope of what the penalty holds the slope at 1
 */
public record ReconstructionCriticSpec(
    double weight, ReconstructionForm form, double gradientPenalty, PenaltySlope penaltySlope) {
  public ReconstructionCriticSpec {
    if (!(weight >= 0 && gradientPenalty >= 0)) {
      throw new IllegalArgumentException(
          "The reconstruction critic's weight and penalty must not be negative; found %s and %s."
              .formatted(weight, gradientPenalty));
    }
  }

  public static ReconstructionCriticSpec none() {
    return new ReconstructionCriticSpec(0, ReconstructionForm.IMAGE, 10, PenaltySlope.SUM);
  }

  public boolean used() {
    return weight > 0;
  }
}
