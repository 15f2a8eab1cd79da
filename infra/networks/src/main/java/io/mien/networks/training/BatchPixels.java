package io.mien.networks.training;

import io.mien.networks.image.ImageSet;

/**
 * Draws whole batches of one set: which images, and what augmentation makes of them. One thread at
 * a time.
 */
final class BatchPixels {
  private final BatchOrder order;
  private final AugmentedPixels pixels;

  /**
   * @param seed of the augmentation
   */
  BatchPixels(ImageSet images, BatchOrder order, Augmentation augmentation, long seed) {
    this.order = order;
    pixels = new AugmentedPixels(images, augmentation, seed);
  }

  /**
   * Draws a batch; it is the same whenever it is drawn.
   *
   * @param round in the order of the set's batches
   * @param step that augmentation is drawn for
   */
  DrawnPixels draw(long round, long step, PixelMemory memory) {
    int[] positions = order.positions(round);
    pixels.write(positions, BatchPart.whole(step, positions.length), memory);
    return new DrawnPixels(pixels.labels(positions, step), memory);
  }
}
