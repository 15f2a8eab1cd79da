package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * Convolution at stride 1 from images (N, in, H, W) to maps with channels last, (N, H, W, out);
 * zero padding keeps the size. The weight (out, in, k, k), k odd, is a {@link ChannelsLast} one.
 */
public final class PixelConvolution {
  private static final TorchFunction FUNCTION =
      TorchFunction.of(
          """
              _0, _1, k, _2, = torch.size(w)
              padding = torch.floordiv(k, 2)
              y = torch.conv2d(x, w, None, [1, 1], [padding, padding])
              return torch.contiguous(torch.permute(y, [0, 2, 3, 1]))
          """,
          "x",
          "w");

  private PixelConvolution() {}

  public static NDArray apply(NDArray x, NDArray weight) {
    return FUNCTION.apply(x, weight);
  }
}
