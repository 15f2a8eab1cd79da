package io.mien.networks.training;

/**
 * When a training has gone astray and is stopped. A loss that is no number always stops it.
 *
 * @param largestLoss no loss may be further from 0
 * @param smallestSpread the generator has collapsed when its images differ from each other by less
 *     than this share of how real ones do, 0 to 1; 0 never says so
 * @param patience for so many generator steps in a row
 */
public record DivergenceLimits(double largestLoss, double smallestSpread, int patience) {
  public DivergenceLimits {
    if (!(largestLoss > 0 && smallestSpread >= 0 && smallestSpread < 1 && patience >= 1)) {
      throw new IllegalArgumentException(
          "Divergence needs largestLoss > 0, 0 <= smallestSpread < 1, patience >= 1; found %s, %s, %d."
              .formatted(largestLoss, smallestSpread, patience));
    }
  }

  /** Far beyond what a training that still learns shows. */
  public static DivergenceLimits lenient() {
    return new DivergenceLimits(1e6, 0.02, 200);
  }
}
