package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.script.TorchFunction;

/** Weights in the order of memory in which convolutions take maps (N, H, W, C) as they lie. */
public final class ChannelsLast {
  private static final TorchFunction COPY =
      TorchFunction.of("    return torch.contiguous(x, memory_format=2)\n", "x");

  private ChannelsLast() {}

  /** The same (out, in, k, k) with channels next to each other; belongs to the manager. */
  public static NDArray copy(NDArray weight, NDManager manager) {
    NDArray copy = COPY.apply(weight);
    copy.attach(manager);
    return copy;
  }
}
