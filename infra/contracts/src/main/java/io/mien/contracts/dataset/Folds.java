package io.mien.contracts.dataset;

import java.util.stream.IntStream;

/**
 * How the folds of a cross-validation become parts. Folds are numbered from 1. Where one of them
 * tests, the fold after it (the first after the last) validates, and the others train: over all
 * choices, everybody is tested once and validates once.
 */
public final class Folds {

  /** One tests, one validates, one trains. */
  public static final int FEWEST = 3;

  public static final int MOST = 20;

  private Folds() {}

  /**
   * The part of a fold's crops.
   *
   * @param tested the fold that is the test part
   * @param count of all folds
   */
  public static Split part(int fold, int tested, int count) {
    require(fold, count);
    require(tested, count);
    if (fold == tested) {
      return Split.TEST;
    }
    return fold == tested % count + 1 ? Split.VALIDATION : Split.TRAIN;
  }

  /** The numbers of all folds. */
  public static IntStream numbers(int count) {
    return IntStream.rangeClosed(1, count);
  }

  private static void require(int fold, int count) {
    if (fold < 1 || fold > count) {
      throw new IllegalArgumentException(
          "There is no fold %d of %d; they are numbered from 1.".formatted(fold, count));
    }
  }
}
