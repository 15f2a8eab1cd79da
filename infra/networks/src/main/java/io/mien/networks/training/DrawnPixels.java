package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.label.HeldLabels;
import java.util.List;

/**
 * A whole batch before it becomes an array.
 *
 * @param shown what each image shows
 * @param memory with its pixels
 */
record DrawnPixels(List<HeldLabels> shown, PixelMemory memory) {
  /** Images (N, 3, S, S) in [-1, 1], valid until the memory is written again. */
  NDArray images(NDManager manager) {
    return memory.array(shown.size(), manager);
  }
}
