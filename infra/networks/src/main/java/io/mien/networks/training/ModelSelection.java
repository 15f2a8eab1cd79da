package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Which of the networks that a training passes through becomes the checkpoint.
 *
 * @param keep which epoch of one seed
 * @param patience epochs without a better one after which a seed's training stops; 0 for never
 * @param seeds trainings from the seeds s, s + 1, …, one after another; the best on validation is
 *     kept
 */
public record ModelSelection(Keep keep, int patience, int seeds) {
  private static final int MOST_SEEDS = 100;

  /** Which epoch of one seed. */
  public enum Keep {
    @JsonProperty("last")
    LAST,
    /** Most right answers on validation; among equals the lowest validation loss. */
    @JsonProperty("best")
    BEST
  }

  public ModelSelection {
    if (patience < 0 || seeds < 1 || seeds > MOST_SEEDS) {
      throw new IllegalArgumentException(
          "A selection needs patience >= 0 and 1 to %d seeds; found %d, %d."
              .formatted(MOST_SEEDS, patience, seeds));
    }
    if (patience > 0 && keep == Keep.LAST) {
      throw new IllegalArgumentException(
          "Stopping early keeps the best epoch: set keep to 'best', or patience to 0.");
    }
  }

  public static ModelSelection last() {
    return new ModelSelection(Keep.LAST, 0, 1);
  }

  public static ModelSelection best() {
    return new ModelSelection(Keep.BEST, 0, 1);
  }

  boolean needsValidation() {
    return keep == Keep.BEST || patience > 0 || seeds > 1;
  }

  boolean stopsAfter(int epochsWithoutBetter) {
    return patience > 0 && epochsWithoutBetter >= patience;
  }
}
