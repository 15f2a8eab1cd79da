package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.script.TorchFunction;

/**
 * Replaces the values of an array, on its device: PyTorch's {@code copy_}. DJL's {@code copyTo}
 * goes through the processor's memory and leaves what came from CUDA there, to the manager of the
 * array that was copied.
 */
public final class Overwrite {
  private static final TorchFunction COPY =
      TorchFunction.of("    return torch.copy_(target, values)\n", "target", "values");

  private Overwrite() {}

  /**
   * Outside any graph; both have the same shape, or the values can be broadcast to the target's.
   */
  public static void with(NDArray target, NDArray values) {
    try (Autograd silent = Autograd.silent()) {
      COPY.apply(target, values).close();
    }
  }
}
