package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;

/**
 * Native memory for the pixels of a batch (N, 3, S, S). An array over it may be a view: it is valid
 * until the memory is written again.
 */
final class PixelMemory {
  private final int imageSize;
  private final ByteBuffer memory;

  PixelMemory(int batchSize, int imageSize) {
    this.imageSize = imageSize;
    long bytes = 3L * Float.BYTES * batchSize * imageSize * imageSize;
    if (bytes > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          "%d images of %d pixels are %,d bytes at a time; a batch has at most %,d: take a smaller one, or more micro-batches where the training has them."
              .formatted(batchSize, imageSize, bytes, Integer.MAX_VALUE));
    }
    memory = ByteBuffer.allocateDirect((int) bytes).order(ByteOrder.nativeOrder());
  }

  FloatBuffer values() {
    return memory.asFloatBuffer();
  }

  /** The first images in it. */
  NDArray array(int images, NDManager manager) {
    Shape shape = new Shape(images, 3, imageSize, imageSize);
    return manager.create(
        memory.duplicate().order(ByteOrder.nativeOrder()), shape, DataType.FLOAT32);
  }
}
