package io.mien.networks.calibration;

/**
 * Expected calibration error (Naeini et al. 2015; Guo et al. 2017): images are put into {@value
 * #BINS} bins of equal width by the probability of the label that was chosen; the error is the mean
 * over images of |accuracy − mean confidence| of their bin.
 */
public final class CalibrationError {
  public static final int BINS = 15;

  private CalibrationError() {}

  /** The error, 0 to 1, of softmax(logits / temperature). */
  public static double of(float[][] logits, int[] truth, double temperature) {
    double[] gap = new double[BINS];
    for (int i = 0; i < logits.length; i++) {
      double[] shares = Softmax.of(logits[i], 1 / temperature);
      int chosen = 0;
      for (int label = 1; label < shares.length; label++) {
        chosen = shares[label] > shares[chosen] ? label : chosen;
      }
      double confidence = shares[chosen];
      gap[bin(confidence)] += (chosen == truth[i] ? 1 : 0) - confidence;
    }
    double error = 0;
    for (double each : gap) {
      error += Math.abs(each);
    }
    return error / Math.max(1, logits.length);
  }

  /** Bins are (0, 1/15], (1/15, 2/15], …. */
  private static int bin(double confidence) {
    return Math.max(0, (int) Math.ceil(confidence * BINS) - 1);
  }
}
