package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.Convolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/** Two 3x3 convolutions with batch normalisation and a shortcut, torchvision's BasicBlock. */
record BasicBlock(String name, int in, int out, int stride) {
  void initialize(Initialization weights, Initialization buffers) {
    convolution(weights, name + ".conv1.weight", in, 3);
    norm(".bn1").initialize(weights, buffers, out);
    convolution(weights, name + ".conv2.weight", out, 3);
    norm(".bn2").initialize(weights, buffers, out);
    if (projects()) {
      convolution(weights, name + ".downsample.0.weight", in, 1);
      norm(".downsample.1").initialize(weights, buffers, out);
    }
  }

  /** Closes {@code x}. */
  NDArray forward(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    NDArray first =
        norm(".bn1")
            .apply(weights, buffers, conv(weights, ".conv1.weight", x, stride, 1), statistics);
    try (x;
        NDArray inner = Activation.relu(first);
        NDArray branch =
            norm(".bn2")
                .apply(weights, buffers, conv(weights, ".conv2.weight", inner, 1, 1), statistics);
        NDArray shortcut = shortcut(weights, buffers, x, statistics)) {
      return Activation.relu(branch.add(shortcut));
    }
  }

  private NDArray shortcut(
      Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    if (!projects()) {
      return x.reshape(x.getShape()); // a view that may be closed
    }
    NDArray projected = conv(weights, ".downsample.0.weight", x, stride, 0);
    return norm(".downsample.1").apply(weights, buffers, projected, statistics);
  }

  private boolean projects() {
    return stride != 1 || in != out;
  }

  private BatchNorm norm(String part) {
    return new BatchNorm(name + part);
  }

  private NDArray conv(Parameters weights, String part, NDArray x, int step, int padding) {
    return Convolution.apply(x, weights.get(name + part), step, padding);
  }

  /** torchvision's start: normal with variance 2 / fan-out (He et al. 2015). */
  private void convolution(Initialization weights, String weight, int inputs, int kernel) {
    double deviation = Math.sqrt(2.0 / (out * kernel * kernel));
    weights.normal(weight, new Shape(out, inputs, kernel, kernel), 0, deviation);
  }
}
