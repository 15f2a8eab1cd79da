package io.mien.ingest.split;

import io.mien.contracts.dataset.Split;
import org.jspecify.annotations.Nullable;

/**
 * Where a picture belongs.
 *
 * @param part in a dataset with folds, where fold 1 tests
 * @param fold null without folds
 */
public record Assignment(Split part, @Nullable Integer fold) {}
