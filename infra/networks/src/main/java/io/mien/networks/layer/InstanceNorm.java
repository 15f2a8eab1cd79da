package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * Instance normalisation with the instance's own statistics, always (never running ones): batch
 * normalisation over one sample of N·C channels, which is PyTorch's own way. Scale and shift are
 * (C), the same for every sample, or (N, C), one row per sample.
 */
public final class InstanceNorm {
  private static final String NORMALIZE =
      """
          n, c, h, w, = torch.size(x)
          flat = torch.reshape(x, [1, torch.mul(n, c), h, w])
          scales = torch.reshape(torch.expand(scale, [n, c]), [-1])
          shifts = torch.reshape(torch.expand(shift, [n, c]), [-1])
          y = torch.batch_norm(flat, scales, shifts, None, None, True, 0., 1.0000000000000001e-05, True)
      """;
  private static final TorchFunction PLAIN =
      TorchFunction.of(
          NORMALIZE + "    return torch.reshape(y, [n, c, h, w])\n", "x", "scale", "shift");
  private static final TorchFunction RELU =
      TorchFunction.of(
          NORMALIZE + "    return torch.reshape(torch.relu_(y), [n, c, h, w])\n",
          "x",
          "scale",
          "shift");

  private InstanceNorm() {}

  public static NDArray apply(NDArray x, NDArray scale, NDArray shift) {
    return PLAIN.apply(x, scale, shift);
  }

  /** Normalisation and ReLU, the latter in place. */
  public static NDArray relu(NDArray x, NDArray scale, NDArray shift) {
    return RELU.apply(x, scale, shift);
  }
}
