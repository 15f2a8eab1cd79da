package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * The way around a block: its input itself, or a 1x1 convolution where the shape changes
 * (torchvision's {@code downsample}).
 *
 * @param block name of the block
 */
record Shortcut(String block, int in, int out, int stride) {
  void initialize(Initialization weights, Initialization buffers) {
    if (projects()) {
      projection().initialize(weights, buffers);
    }
  }

  /** Leaves {@code x} open; the result may be closed either way. */
  NDArray apply(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    return projects()
        ? projection().apply(weights, buffers, x, statistics)
        : x.reshape(x.getShape()); // a view
  }

  private boolean projects() {
    return stride != 1 || in != out;
  }

  private NormalizedConvolution projection() {
    BatchNorm norm = new BatchNorm(block + ".downsample.1");
    return new NormalizedConvolution(block + ".downsample.0", norm, in, out, 1, stride);
  }
}
