package io.mien.networks.augmentation;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.random.CounterRandom;
import io.mien.networks.random.PartRandom;
import java.nio.FloatBuffer;

/** Brightness, then saturation around the pixel's mean, then contrast around the image's mean. */
final class ColorChange {
  private ColorChange() {}

  static NDArray apply(NDArray images, PartRandom random) {
    NDArray brighter = images.add(perImage(images, -0.5f, 0.5f, random));
    NDArray grey = brighter.mean(new int[] {1}, true);
    NDArray saturated = around(brighter, grey, perImage(images, 0, 2, random));
    // DJL averages over one axis at a time
    NDArray flat = saturated.reshape(images.getShape().get(0), -1);
    NDArray middle = flat.mean(new int[] {1}, true).reshape(-1, 1, 1, 1);
    return around(saturated, middle, perImage(images, 0.5f, 1.5f, random));
  }

  private static NDArray around(NDArray x, NDArray mean, NDArray factor) {
    return x.sub(mean).mul(factor).add(mean);
  }

  /** A number for each image, (N, 1, 1, 1), uniform in [low, high). */
  private static NDArray perImage(NDArray images, float low, float high, PartRandom random) {
    int n = Math.toIntExact(images.getShape().get(0));
    FloatBuffer values = FloatBuffer.allocate(n);
    random
        .draw(n, CounterRandom::nextFloat)
        .forEach(share -> values.put(low + (high - low) * share));
    return images.getManager().create(values.flip(), new Shape(n, 1, 1, 1), DataType.FLOAT32);
  }
}
