package io.mien.orchestrator.run;

import io.mien.contracts.dataset.LayoutOptions;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.rest.DatasetView;
import org.jspecify.annotations.Nullable;

/** The fold of a run's dataset that somebody asks to be the one that tests. */
public final class AskedFold {

  private AskedFold() {}

  /**
   * @param fold null when none is asked for
   * @throws InvalidInput {@code no-such-fold}
   */
  public static void check(@Nullable Integer fold, DatasetView dataset) {
    Integer folds = folds(dataset);
    if (fold != null && (folds == null || fold < 1 || fold > folds)) {
      throw none(fold, dataset, folds);
    }
  }

  /**
   * Checks a dataset beside the run's own, which may have no folds: then it has one split.
   *
   * @return the dataset
   * @throws InvalidInput {@code no-such-fold}
   */
  public static DatasetView checkFurther(@Nullable Integer fold, DatasetView dataset) {
    if (folds(dataset) != null) {
      check(fold, dataset);
    }
    return dataset;
  }

  private static @Nullable Integer folds(DatasetView dataset) {
    LayoutOptions options = dataset.options();
    return options == null ? null : options.folds();
  }

  private static InvalidInput none(int fold, DatasetView dataset, @Nullable Integer folds) {
    String remedy =
        folds == null
            ? "it was registered without folds. Leave the fold out, or register it with folds (--folds)."
            : "it has the folds 1 to %d.".formatted(folds);
    return new InvalidInput(
        "no-such-fold",
        "Test on fold %d of dataset '%s': %s".formatted(fold, dataset.name(), remedy));
  }
}
