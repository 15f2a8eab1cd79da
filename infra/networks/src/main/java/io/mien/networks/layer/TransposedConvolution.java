package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * Transposed convolution, kernel 4, stride 2, padding 1: (N, in, H, W) and (in, out, 4, 4) give (N,
 * out, 2H, 2W). DJL has none; measured, the engine's own is 1.3 to 2.5 times as fast as the same
 * sums by four 2x2 convolutions.
 */
public final class TransposedConvolution {
  private static final TorchFunction FUNCTION =
      TorchFunction.of("    return torch.conv_transpose2d(x, w, None, [2, 2], [1, 1])\n", "x", "w");

  private static final TorchFunction SPREAD =
      TorchFunction.of("    return torch.conv_transpose2d(x, w, None, [1, 1], [0, 0])\n", "x", "w");

  private TransposedConvolution() {}

  /** Stride 1 without padding: points (N, in, 1, 1) become patches (N, out, 4, 4). */
  public static NDArray spread(NDArray x, NDArray weight) {
    return SPREAD.apply(x, weight);
  }

  public static NDArray apply(NDArray x, NDArray weight) {
    return FUNCTION.apply(x, weight);
  }
}
