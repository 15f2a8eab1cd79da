package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Convolution of constant planes, one per condition, without drawing the planes. With zero padding
 * the response differs only within half a kernel of the border, so a map of one kernel's size holds
 * all of its values; the middle row and column are repeated. Exact, and cheap at any image size.
 */
public final class LabelPlanes {
  private LabelPlanes() {}

  /**
   * Response (N, out, H, W) to conditions (N, K) of a weight (out, K, k, k), stride 1, padding k/2.
   */
  public static NDArray response(NDArray condition, NDArray weight, long height, long width) {
    long n = condition.getShape().get(0);
    long conditions = condition.getShape().get(1);
    long kernel = weight.getShape().get(2);
    Shape planes = new Shape(n, conditions, Math.min(height, kernel), Math.min(width, kernel));
    try (NDArray points = condition.reshape(n, conditions, 1, 1);
        NDArray map = points.broadcast(planes);
        NDArray response = Convolution.apply(map, weight, 1, (int) kernel / 2);
        NDArray rows = repeatMiddle(response, 2, height)) {
      return repeatMiddle(rows, 3, width);
    }
  }

  private static NDArray repeatMiddle(NDArray x, int axis, long size) {
    long present = x.getShape().get(axis);
    if (present == size) {
      return x.reshape(x.getShape()); // a view that may be closed
    }
    long middle = present / 2;
    long[] repeated = x.getShape().getShape().clone();
    repeated[axis] = size - present + 1;
    try (NDArray before = slice(x, axis, 0, middle);
        NDArray one = slice(x, axis, middle, middle + 1);
        NDArray many = one.broadcast(new Shape(repeated));
        NDArray after = slice(x, axis, middle + 1, present)) {
      PtNDArray[] parts = {(PtNDArray) before, (PtNDArray) many, (PtNDArray) after};
      return JniUtils.cat(parts, axis);
    }
  }

  private static NDArray slice(NDArray x, int axis, long start, long end) {
    return JniUtils.slice((PtNDArray) x, axis, start, end, 1);
  }
}
