package io.mien.networks.training;

import io.mien.networks.random.CounterRandom;
import java.util.Arrays;

/**
 * Which images make up the batch of an iteration: a new random order every epoch, from (seed,
 * epoch) alone; the last, partial batch of an epoch is left out. The iteration is the whole cursor.
 */
final class BatchOrder {
  private final int images;
  private final int batchSize;
  private final long seed;
  private long cachedEpoch = -1;
  private int[] order = {};

  BatchOrder(int images, int batchSize, long seed) {
    requireFull(images, batchSize);
    this.images = images;
    this.batchSize = batchSize;
    this.seed = seed;
  }

  /**
   * @throws IllegalArgumentException when there are fewer images than a batch holds
   */
  static void requireFull(int images, int batchSize) {
    if (images < batchSize) {
      throw new IllegalArgumentException(
          "%d images do not fill a batch of %d: use a smaller batch or more images."
              .formatted(images, batchSize));
    }
  }

  int batchesPerEpoch() {
    return images / batchSize;
  }

  int[] positions(long iteration) {
    long epoch = iteration / batchesPerEpoch();
    if (epoch != cachedEpoch) {
      order = CounterRandom.of(seed, "order", epoch).permutation(images);
      cachedEpoch = epoch;
    }
    int start = (int) (iteration % batchesPerEpoch()) * batchSize;
    return Arrays.copyOfRange(order, start, start + batchSize);
  }
}
