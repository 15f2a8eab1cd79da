package io.mien.contracts.dataset;

/**
 * Subject-disjoint split, deterministic from the seed and stratified as far as subjects allow.
 *
 * @param validation share of the subjects, 0 to 1
 * @param test share of the subjects, 0 to 1
 */
public record SplitPolicy(double validation, double test, long seed) {

  public SplitPolicy {
    if (validation < 0 || test < 0 || validation + test >= 1) {
      throw new IllegalArgumentException(
          "Validation and test shares are "
              + validation
              + " and "
              + test
              + "; together they must stay below 1.");
    }
  }
}
