package io.mien.contracts.dataset;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a dataset is split, deterministic from the seed: subject-disjoint and stratified as far as
 * subjects allow, unless a leaking split of images is asked for.
 *
 * @param validation share of the subjects (or images), 0 to 1
 * @param test share of the subjects (or images), 0 to 1
 * @param unit what is not torn apart; subjects when absent
 */
public record SplitPolicy(double validation, double test, long seed, SplitUnit unit) {

  public SplitPolicy(double validation, double test, long seed, @Nullable SplitUnit unit) {
    if (validation < 0 || test < 0 || validation + test >= 1) {
      throw new IllegalArgumentException(
          "Validation and test shares are "
              + validation
              + " and "
              + test
              + "; together they must stay below 1.");
    }
    this.validation = validation;
    this.test = test;
    this.seed = seed;
    this.unit = Objects.requireNonNullElse(unit, SplitUnit.SUBJECT);
  }

  /** With another unit. */
  public SplitPolicy with(SplitUnit other) {
    return new SplitPolicy(validation, test, seed, other);
  }

  /** Subject-disjoint. */
  public SplitPolicy(double validation, double test, long seed) {
    this(validation, test, seed, SplitUnit.SUBJECT);
  }
}
