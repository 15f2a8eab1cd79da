package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/** Two 3x3 convolutions with batch normalisation and a shortcut, torchvision's BasicBlock. */
record BasicBlock(String name, int in, int out, int stride) implements ResidualBlock {
  @Override
  public void initialize(Initialization weights, Initialization buffers) {
    first().initialize(weights, buffers);
    second().initialize(weights, buffers);
    shortcut().initialize(weights, buffers);
  }

  @Override
  public NDArray forward(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    try (x;
        NDArray inner = Activation.relu(first().apply(weights, buffers, x, statistics));
        NDArray branch = second().apply(weights, buffers, inner, statistics);
        NDArray around = shortcut().apply(weights, buffers, x, statistics)) {
      return Activation.relu(branch.add(around));
    }
  }

  private NormalizedConvolution first() {
    BatchNorm norm = new BatchNorm(name + ".bn1");
    return new NormalizedConvolution(name + ".conv1", norm, in, out, 3, stride);
  }

  private NormalizedConvolution second() {
    BatchNorm norm = new BatchNorm(name + ".bn2");
    return new NormalizedConvolution(name + ".conv2", norm, out, out, 3, 1);
  }

  private Shortcut shortcut() {
    return new Shortcut(name, in, out, stride);
  }
}
