package io.mien.eval.ablation;

import java.util.Arrays;
import java.util.Locale;

/** A mean with its 95 % interval. */
record Interval(double mean, double low, double high) {
  /** Student's t at 97.5 % for 1, 2, … degrees of freedom. */
  private static final double[] T = {12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306};

  /** Of the mean over seeds, by Student's t. */
  static Interval overSeeds(double[] values) {
    double mean = Arrays.stream(values).average().orElseThrow();
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    int freedom = values.length - 1;
    double half =
        freedom == 0 ? Double.NaN : T[freedom - 1] * Math.sqrt(squares / freedom / values.length);
    return new Interval(mean, mean - half, mean + half);
  }

  /** Of a bootstrap's draws, by percentiles. */
  static Interval overDraws(double mean, double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    int cut = (int) (0.025 * sorted.length);
    return new Interval(mean, sorted[cut], sorted[sorted.length - 1 - cut]);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.4g (%.4g to %.4g)", mean, low, high);
  }
}
