package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Stride-1 convolution to few channels, such as the three of an image. Processors compute sixteen
 * channels at a time, so the outputs of every 2x2 block of pixels become channels of one stride-2
 * convolution, whose kernel is the original at the four offsets. The same sums, two to three times
 * as fast. Height and width are even, the kernel (out, in, k, k) is odd, padding is k/2.
 */
public final class NarrowConvolution {
  private NarrowConvolution() {}

  public static NDArray apply(NDArray x, NDArray weight) {
    try (NDArray offsets = offsets(weight)) {
      return woven(x, offsets);
    }
  }

  /** The same with a kernel that {@link #offsets} has prepared. */
  public static NDArray woven(NDArray x, NDArray offsets) {
    Shape shape = x.getShape();
    long n = shape.get(0);
    long height = shape.get(2);
    long width = shape.get(3);
    long out = offsets.getShape().get(0) / 4;
    int padding = (int) (offsets.getShape().get(2) - 1) / 2;
    try (NDArray phases = Convolution.apply(x, offsets, 2, padding);
        NDArray split = phases.reshape(new Shape(n, out, 2, 2, height / 2, width / 2));
        NDArray woven = split.transpose(0, 1, 4, 2, 5, 3)) {
      return woven.reshape(n, out, height, width);
    }
  }

  /** (out, in, k, k) to (4·out, in, k+1, k+1): per output channel, the kernel at each offset. */
  public static NDArray offsets(NDArray weight) {
    Shape shape = weight.getShape();
    long side = shape.get(2) + 1;
    try (NDArray first = at(weight, 0, 0);
        NDArray second = at(weight, 0, 1);
        NDArray third = at(weight, 1, 0);
        NDArray fourth = at(weight, 1, 1);
        NDArray stacked =
            JniUtils.stack(
                new PtNDArray[] {
                  (PtNDArray) first, (PtNDArray) second, (PtNDArray) third, (PtNDArray) fourth
                },
                1)) {
      return stacked.reshape(4 * shape.get(0), shape.get(1), side, side);
    }
  }

  private static NDArray at(NDArray weight, int row, int column) {
    long[] padding = {column, 1 - column, row, 1 - row};
    return JniUtils.pad((PtNDArray) weight, padding, 0);
  }
}
