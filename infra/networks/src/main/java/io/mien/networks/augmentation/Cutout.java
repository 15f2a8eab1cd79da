package io.mien.networks.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import java.nio.FloatBuffer;

/**
 * Sets a square of half the side to 0, its middle anywhere in the image: it may lie partly outside.
 */
final class Cutout {
  private Cutout() {}

  private record Middle(int x, int y) {
    static Middle draw(int side, CounterRandom random) {
      return new Middle(random.nextInt(side + 1), random.nextInt(side + 1));
    }
  }

  static NDArray apply(NDArray images, PartRandom random) {
    int n = Math.toIntExact(images.getShape().get(0));
    int side = Math.toIntExact(images.getShape().get(2));
    int half = side / 4;
    FloatBuffer kept = FloatBuffer.allocate(n * side * side);
    for (Middle middle : random.draw(n, each -> Middle.draw(side, each))) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          kept.put(within(x, middle.x(), half) && within(y, middle.y(), half) ? 0 : 1);
        }
      }
    }
    NDArray mask =
        images.getManager().create(kept.flip(), new Shape(n, 1, side, side), DataType.FLOAT32);
    return images.mul(mask);
  }

  private static boolean within(int at, int middle, int half) {
    return at >= middle - half && at < middle + half;
  }
}
