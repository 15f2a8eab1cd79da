package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.Folds;
import io.mien.contracts.dataset.Split;
import io.mien.contracts.dataset.SplitPolicy;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What shares shards: a part, or a fold.
 *
 * @param split of a fold, where fold 1 tests
 */
record PartKey(Split split, @Nullable Integer fold) {

  static PartKey of(CropRecord crop) {
    return new PartKey(crop.split(), crop.fold());
  }

  /**
   * The part that it is.
   *
   * @param tested the fold that tests; null without folds
   */
  Split part(@Nullable Integer tested, SplitPolicy policy) {
    return tested == null || fold == null
        ? split
        : Folds.part(fold, tested, Objects.requireNonNull(policy.folds()));
  }
}
