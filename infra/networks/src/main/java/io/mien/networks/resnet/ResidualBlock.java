package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/** One block of a residual network: (N, in, H, W) becomes (N, out, H/stride, W/stride). */
sealed interface ResidualBlock permits BasicBlock, Bottleneck {
  void initialize(Initialization weights, Initialization buffers);

  /** Closes {@code x}. */
  NDArray forward(Parameters weights, Parameters buffers, NDArray x, Statistics statistics);
}
