package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.image.ImageSet;
import io.mien.networks.image.RgbImage;
import io.mien.networks.random.CounterRandom;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fills one reused block of native memory with augmented images (N, 3, S, S) in [-1, 1]. The array
 * it returns is valid until the next call.
 */
final class BatchPixels {
  private static final float HALF = 127.5f;

  private final ImageSet images;
  private final Augmentation augmentation;
  private final long seed;
  private final ByteBuffer memory;
  private final FloatBuffer values;

  BatchPixels(ImageSet images, int batchSize, Augmentation augmentation, long seed) {
    this.images = images;
    this.augmentation = augmentation;
    this.seed = seed;
    int floats = Math.multiplyExact(batchSize, 3 * images.imageSize() * images.imageSize());
    this.memory = ByteBuffer.allocateDirect(floats * Float.BYTES).order(ByteOrder.nativeOrder());
    this.values = memory.asFloatBuffer();
  }

  NDArray fill(int[] positions, long iteration, NDManager manager) {
    return fill(
        IntStream.of(positions).mapToObj(at -> images.get(at).image()).toList(),
        iteration,
        manager);
  }

  NDArray fill(List<RgbImage> chosen, long iteration, NDManager manager) {
    CounterRandom random = CounterRandom.of(seed, "augmentation", iteration);
    int size = images.imageSize();
    for (int i = 0; i < chosen.size(); i++) {
      Change change = Change.draw(augmentation, random);
      put(chosen.get(i), change, 3 * size * size * i);
    }
    Shape shape = new Shape(chosen.size(), 3, size, size);
    return manager.create(
        memory.duplicate().order(ByteOrder.nativeOrder()), shape, DataType.FLOAT32);
  }

  private void put(RgbImage image, Change change, int start) {
    int size = image.width();
    byte[] rgb = image.rgb();
    for (int y = 0; y < size; y++) {
      int row = clamp(y + change.down(), size) * size;
      for (int x = 0; x < size; x++) {
        int column = clamp(x + change.right(), size);
        int from = 3 * (row + (change.mirrored() ? size - 1 - column : column));
        int to = start + y * size + x;
        values.put(to, change.colour(rgb[from]));
        values.put(to + size * size, change.colour(rgb[from + 1]));
        values.put(to + 2 * size * size, change.colour(rgb[from + 2]));
      }
    }
  }

  private static int clamp(int at, int size) {
    return Math.max(0, Math.min(size - 1, at));
  }

  /** One image's drawn change. */
  private record Change(boolean mirrored, int right, int down, float gain, float offset) {
    static Change draw(Augmentation augmentation, CounterRandom random) {
      boolean mirrored = random.nextBoolean() && augmentation.flip();
      int shift = augmentation.shift();
      return new Change(
          mirrored,
          random.nextInt(2 * shift + 1) - shift,
          random.nextInt(2 * shift + 1) - shift,
          (float) (1 + augmentation.contrast() * (2 * random.nextDouble() - 1)),
          (float) (augmentation.brightness() * (2 * random.nextDouble() - 1)));
    }

    float colour(byte level) {
      float value = gain * ((level & 0xFF) / HALF - 1) + offset;
      return Math.max(-1, Math.min(1, value));
    }
  }
}
