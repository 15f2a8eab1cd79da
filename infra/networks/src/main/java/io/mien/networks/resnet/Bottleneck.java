package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * 1x1, 3x3 and 1x1 convolution with a shortcut: torchvision's Bottleneck, which has its stride on
 * the 3x3 convolution ("v1.5"), where the paper has it on the first 1x1.
 *
 * @param planes channels of the 3x3 convolution; the block gives {@value #EXPANSION} times as many
 */
record Bottleneck(String name, int in, int planes, int stride) implements ResidualBlock {
  static final int EXPANSION = 4;

  @Override
  public void initialize(Initialization weights, Initialization buffers) {
    reduction().initialize(weights, buffers);
    middle().initialize(weights, buffers);
    expansion().initialize(weights, buffers);
    shortcut().initialize(weights, buffers);
  }

  @Override
  public NDArray forward(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    try (x;
        NDArray narrow = Activation.relu(reduction().apply(weights, buffers, x, statistics));
        NDArray inner = Activation.relu(middle().apply(weights, buffers, narrow, statistics));
        NDArray branch = expansion().apply(weights, buffers, inner, statistics);
        NDArray around = shortcut().apply(weights, buffers, x, statistics)) {
      return Activation.relu(branch.add(around));
    }
  }

  private NormalizedConvolution reduction() {
    return part(1, in, planes, 1, 1);
  }

  private NormalizedConvolution middle() {
    return part(2, planes, planes, 3, stride);
  }

  private NormalizedConvolution expansion() {
    return part(3, planes, EXPANSION * planes, 1, 1);
  }

  private NormalizedConvolution part(int number, int inputs, int outputs, int kernel, int step) {
    BatchNorm norm = new BatchNorm(name + ".bn" + number);
    String convolution = name + ".conv" + number;
    return new NormalizedConvolution(convolution, norm, inputs, outputs, kernel, step);
  }

  private Shortcut shortcut() {
    return new Shortcut(name, in, EXPANSION * planes, stride);
  }
}
