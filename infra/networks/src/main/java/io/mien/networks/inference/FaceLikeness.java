package io.mien.networks.inference;

/**
 * How alike two faces are to a network that was trained to tell people apart. A face is described
 * by its likeness to each of the people that the network knows, its logits (the simile classifiers
 * of Kumar et al. 2009), and two descriptions are compared by their correlation: what all logits
 * have in common says nothing of a person.
 */
public final class FaceLikeness {

  private FaceLikeness() {}

  /**
   * Pearson's correlation of the logits of two faces.
   *
   * @return -1 to 1; 0 when one of them is the same for all people
   */
  public static double of(float[] one, float[] other) {
    double meanOne = mean(one);
    double meanOther = mean(other);
    double dot = 0;
    double squareOne = 0;
    double squareOther = 0;
    for (int i = 0; i < one.length; i++) {
      double a = one[i] - meanOne;
      double b = other[i] - meanOther;
      dot += a * b;
      squareOne += a * a;
      squareOther += b * b;
    }
    double scale = Math.sqrt(squareOne * squareOther);
    return scale == 0 ? 0 : dot / scale;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
