package io.mien.contracts.result;

/**
 * A measured share with its sample size and Wilson score interval.
 *
 * @param value hits / total, 0 to 1
 * @param low lower end of the 95 % interval
 * @param high upper end of the 95 % interval
 */
public record Rate(double value, int hits, int total, double low, double high) {

  private static final double Z = 1.959963984540054;

  /**
   * The rate of hits among total, with its 95 % Wilson score interval (Wilson 1927); of nothing: 0
   * in [0, 1].
   */
  public static Rate of(int hits, int total) {
    if (hits < 0 || hits > total) {
      throw new IllegalArgumentException(hits + " hits of " + total + " are not a rate.");
    }
    if (total == 0) {
      return new Rate(0, 0, 0, 0, 1);
    }
    double p = (double) hits / total;
    double z2 = Z * Z / total;
    double centre = (p + z2 / 2) / (1 + z2);
    double half = Z / (1 + z2) * Math.sqrt(p * (1 - p) / total + z2 / (4 * total));
    return new Rate(p, hits, total, Math.max(0, centre - half), Math.min(1, centre + half));
  }
}
