package io.mien.networks.resnet;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.Convolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * A convolution without bias, then batch normalisation, as residual networks are built of.
 *
 * @param convolution name of the convolution, without {@code .weight}
 * @param norm name of the normalisation
 * @param kernel odd side of the kernel; the padding keeps the size at stride 1
 */
record NormalizedConvolution(
    String convolution, BatchNorm norm, int in, int out, int kernel, int stride) {
  /** torchvision's start: normal with variance 2 / fan-out (He et al. 2015). */
  void initialize(Initialization weights, Initialization buffers) {
    double deviation = Math.sqrt(2.0 / ((double) out * kernel * kernel));
    weights.normal(convolution + ".weight", new Shape(out, in, kernel, kernel), 0, deviation);
    norm.initialize(weights, buffers, out);
  }

  /** Leaves {@code x} open. */
  NDArray apply(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    NDArray weight = weights.get(convolution + ".weight");
    NDArray convolved = Convolution.apply(x, weight, stride, kernel / 2);
    return norm.apply(weights, buffers, convolved, statistics);
  }
}
