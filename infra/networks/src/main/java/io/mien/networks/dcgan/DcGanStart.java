package io.mien.networks.dcgan;

import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/** DCGAN's start: weights N(0, 0.02), scales of normalisations N(1, 0.02), shifts and biases 0. */
final class DcGanStart {
  private static final double DEVIATION = 0.02;

  private final Initialization weights;
  private final Initialization buffers;

  DcGanStart(Parameters weights, Parameters buffers, long seed, String network) {
    this.weights = new Initialization(weights, seed, network);
    this.buffers = new Initialization(buffers, seed, network);
  }

  void convolution(String name, Shape shape) {
    weights.normal(name, shape, 0, DEVIATION);
  }

  void bias(String name, long channels) {
    weights.constant(name, new Shape(channels), 0);
  }

  void normalization(BatchNorm norm, long channels) {
    Shape shape = new Shape(channels);
    weights.normal(norm.name() + ".weight", shape, 1, DEVIATION);
    weights.constant(norm.name() + ".bias", shape, 0);
    norm.initializeBuffers(buffers, channels);
  }
}
