package io.mien.contracts.dataset;

import io.mien.contracts.result.Rate;

/**
 * How far a split of images, instead of subjects, gives the same people to training and to the
 * measures.
 *
 * @param test share of the test images whose subject is in the training part too
 * @param validation the same of the validation images
 */
public record SplitLeak(Rate test, Rate validation) {}
