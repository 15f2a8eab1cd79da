package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.image.ImageSet;
import io.mien.networks.label.HeldLabels;
import java.util.List;

/**
 * Fills one reused block of native memory with augmented images (N, 3, S, S) in [-1, 1]. The array
 * it returns is valid until the next call.
 */
final class BatchPixels {
  private final AugmentedPixels augmented;
  private final PixelMemory memory;

  BatchPixels(ImageSet images, int batchSize, Augmentation augmentation, long seed) {
    augmented = new AugmentedPixels(images, augmentation, seed);
    memory = new PixelMemory(batchSize, images.imageSize());
  }

  NDArray fill(int[] positions, long iteration, NDManager manager) {
    augmented.write(positions, BatchPart.whole(iteration, positions.length), memory);
    return memory.array(positions.length, manager);
  }

  /** What the images of {@link #fill} show: a mirrored one shows the labels of the other side. */
  List<HeldLabels> labels(int[] positions, long iteration) {
    return augmented.labels(positions, iteration);
  }
}
