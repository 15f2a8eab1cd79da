package io.mien.networks.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;

/**
 * Shifts each image by whole pixels: every target pixel gathers its source, or is 0 without one.
 */
final class Translation {
  private static final double SHARE = 0.125;

  private Translation() {}

  private record Shift(int right, int down) {
    static Shift draw(int most, CounterRandom random) {
      return new Shift(random.nextInt(2 * most + 1) - most, random.nextInt(2 * most + 1) - most);
    }
  }

  static NDArray apply(NDArray images, PartRandom random) {
    Shape shape = images.getShape();
    int n = Math.toIntExact(shape.get(0));
    int side = Math.toIntExact(shape.get(2));
    int most = (int) (side * SHARE + 0.5);
    LongBuffer sources = LongBuffer.allocate(n * side * side);
    FloatBuffer inside = FloatBuffer.allocate(n * side * side);
    for (Shift shift : random.draw(n, each -> Shift.draw(most, each))) {
      for (int y = 0; y < side; y++) {
        for (int x = 0; x < side; x++) {
          int fromX = x - shift.right();
          int fromY = y - shift.down();
          boolean there = fromX >= 0 && fromX < side && fromY >= 0 && fromY < side;
          sources.put(there ? (long) fromY * side + fromX : 0);
          inside.put(there ? 1 : 0);
        }
      }
    }
    Shape flat = new Shape(n, 1, (long) side * side);
    Shape perChannel = new Shape(n, shape.get(1), (long) side * side);
    NDArray index =
        images.getManager().create(sources.flip(), flat, DataType.INT64).broadcast(perChannel);
    NDArray mask = images.getManager().create(inside.flip(), flat, DataType.FLOAT32);
    return images.reshape(perChannel).gather(index, 2).mul(mask).reshape(shape);
  }
}
