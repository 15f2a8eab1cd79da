package io.mien.networks.verification;

import java.util.Arrays;

/**
 * A measure with its 95 % interval.
 *
 * @param low 2.5th percentile of the draws of a bootstrap
 * @param high 97.5th percentile
 */
public record Estimate(double value, double low, double high) {
  private static final double TAIL = 0.025;

  /** By the percentiles of a bootstrap's draws, of which there is one at least. */
  static Estimate of(double value, double[] draws) {
    double[] sorted = draws.clone();
    Arrays.sort(sorted);
    int cut = (int) (TAIL * sorted.length);
    return new Estimate(value, sorted[cut], sorted[sorted.length - 1 - cut]);
  }
}
