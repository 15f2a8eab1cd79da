package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import org.jspecify.annotations.Nullable;

/** Two-dimensional convolution with zero padding: (N, in, H, W) and (out, in, k, k). */
public final class Convolution {
  private static final Shape NO_DILATION = new Shape(1, 1);

  private Convolution() {}

  public static NDArray apply(NDArray x, NDArray weight, int stride, int padding) {
    return apply(x, weight, null, stride, padding);
  }

  @SuppressWarnings("NullAway") // the engine takes null for "no bias"
  public static NDArray apply(
      NDArray x, NDArray weight, @Nullable NDArray bias, int stride, int padding) {
    return JniUtils.convolution(
        (PtNDArray) x,
        (PtNDArray) weight,
        (PtNDArray) bias,
        new Shape(stride, stride),
        new Shape(padding, padding),
        NO_DILATION,
        1);
  }
}
