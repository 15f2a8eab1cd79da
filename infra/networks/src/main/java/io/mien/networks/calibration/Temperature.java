package io.mien.networks.calibration;

/**
 * Temperature scaling (Guo et al. 2017): one number T that divides all logits, chosen for the
 * lowest negative log-likelihood. It changes no decision.
 */
public final class Temperature {
  /** Bounds: beyond them the images say nothing, for example because all are classified rightly. */
  static final double LOWEST = 0.1;

  static final double HIGHEST = 10;
  private static final int HALVINGS = 60;

  private Temperature() {}

  /**
   * The best temperature in [{@value #LOWEST}, {@value #HIGHEST}]. The loss is convex in 1/T, so
   * its derivative, mean of (E[logit] − logit of the truth), is halved down to its root.
   *
   * @param logits one row for each image
   * @param truth label of each image
   */
  public static double fit(float[][] logits, int[] truth) {
    double low = 1 / HIGHEST;
    double high = 1 / LOWEST;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (slope(logits, truth, middle) < 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 2 / (low + high);
  }

  private static double slope(float[][] logits, int[] truth, double inverse) {
    double slope = 0;
    for (int i = 0; i < logits.length; i++) {
      double[] shares = Softmax.of(logits[i], inverse);
      for (int label = 0; label < shares.length; label++) {
        slope += shares[label] * logits[i][label];
      }
      slope -= logits[i][truth[i]];
    }
    return slope;
  }
}
