package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a dataset is split, deterministic from the seed: subject-disjoint and stratified as far as
 * subjects allow, unless a leaking split of images is asked for.
 *
 * @param validation share of the subjects (or images), 0 to 1
 * @param test share of the subjects (or images), 0 to 1
 * @param unit what is not torn apart; subjects when absent
 * @param folds number of folds of a cross-validation, which take the place of the shares ({@link
 *     Folds}); absent for one split by the shares
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SplitPolicy(
    double validation, double test, long seed, SplitUnit unit, @Nullable Integer folds) {

  public SplitPolicy(
      double validation,
      double test,
      long seed,
      @Nullable SplitUnit unit,
      @Nullable Integer folds) {
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
    this.folds = folds;
    if (folds != null && (folds < Folds.FEWEST || folds > Folds.MOST)) {
      throw new IllegalArgumentException(
          "A dataset has %d to %d folds, not %d.".formatted(Folds.FEWEST, Folds.MOST, folds));
    }
    if (folds != null && this.unit != SplitUnit.SUBJECT) {
      throw new IllegalArgumentException(
          "Folds are of subjects, not of unit %s.".formatted(this.unit.wireName()));
    }
  }

  /** One split by the shares. */
  public SplitPolicy(double validation, double test, long seed, @Nullable SplitUnit unit) {
    this(validation, test, seed, unit, null);
  }

  /** With another unit. */
  public SplitPolicy with(SplitUnit other) {
    return new SplitPolicy(validation, test, seed, other);
  }

  /** Subjects in folds, deterministic from the same seed. */
  public SplitPolicy withFolds(int count) {
    return new SplitPolicy(validation, test, seed, SplitUnit.SUBJECT, count);
  }

  /** Subject-disjoint. */
  public SplitPolicy(double validation, double test, long seed) {
    this(validation, test, seed, SplitUnit.SUBJECT);
  }
}
