package io.mien.networks.calibration;

/** Probabilities of logits, in double precision. */
public final class Softmax {
  private Softmax() {}

  /** softmax(logits · inverse), where inverse = 1 / temperature. */
  public static double[] of(float[] logits, double inverse) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits) {
      largest = Math.max(largest, logit * inverse);
    }
    double[] shares = new double[logits.length];
    double sum = 0;
    for (int i = 0; i < logits.length; i++) {
      shares[i] = Math.exp(logits[i] * inverse - largest);
      sum += shares[i];
    }
    for (int i = 0; i < shares.length; i++) {
      shares[i] /= sum;
    }
    return shares;
  }
}
