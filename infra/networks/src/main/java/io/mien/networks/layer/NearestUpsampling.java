package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;

/** Doubles height and width by repeating pixels. */
public final class NearestUpsampling {
  private NearestUpsampling() {}

  public static NDArray doubled(NDArray x) {
    Shape s = x.getShape();
    long n = s.get(0);
    long c = s.get(1);
    long h = s.get(2);
    long w = s.get(3);
    try (NDArray spaced = x.reshape(n, c, h, 1, w, 1);
        NDArray repeated = spaced.broadcast(new Shape(n, c, h, 2, w, 2))) {
      return repeated.reshape(n, c, 2 * h, 2 * w);
    }
  }
}
