package io.mien.orchestrator.run;

import io.mien.contracts.dataset.Colour;
import io.mien.contracts.terms.UseRules;
import org.jspecify.annotations.Nullable;

/**
 * How a run uses its datasets.
 *
 * @param colour of all crops, as one network sees them; null for that of the photos
 * @param rules that the terms of all datasets have to meet; null in runs of earlier versions
 * @param fold that tests; null for the first, and without folds
 */
record DatasetUse(@Nullable Colour colour, @Nullable UseRules rules, @Nullable Integer fold) {}
