package io.mien.networks.optimizer;

/**
 * Adam's constants.
 *
 * @param learningRate the schedule's base
 * @param weightDecay decoupled decay as in AdamW (Loshchilov and Hutter 2019); 0 is plain Adam
 */
public record AdamSpec(double learningRate, double beta1, double beta2, double weightDecay) {
  /** PyTorch's default. */
  static final double EPSILON = 1e-8;

  public AdamSpec {
    if (!(learningRate > 0)) {
      throw new IllegalArgumentException("Adam's learning rate must be positive: " + learningRate);
    }
    if (!(beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "Adam needs 0 <= beta < 1 and a decay >= 0; found %s, %s, %s."
              .formatted(beta1, beta2, weightDecay));
    }
  }

  public static AdamSpec of(double learningRate, double beta1, double beta2) {
    return new AdamSpec(learningRate, beta1, beta2, 0);
  }
}
