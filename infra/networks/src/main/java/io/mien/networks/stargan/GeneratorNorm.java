package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.InstanceNorm;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * One normalisation of the generator, under its name. A conditional one holds a scale and a shift
 * per condition (K, C), used as condition · table, so that mixtures of labels work too.
 */
record GeneratorNorm(String name, int channels, boolean conditional) {
  void initialize(Initialization init, int conditions, GeneratorStart start) {
    if (conditional) {
      Shape shape = new Shape(conditions, channels);
      init.normal(name + ".weight", shape, 1, start.tableDeviation());
      init.normal(name + ".bias", shape, 0, start.tableDeviation());
    } else {
      init.normalization(name, channels);
    }
  }

  /** Closes {@code x}. */
  NDArray apply(Parameters parameters, NDArray x, NDArray condition) {
    NDArray weight = parameters.get(name + ".weight");
    NDArray bias = parameters.get(name + ".bias");
    try (x) {
      if (!conditional) {
        return InstanceNorm.apply(x, weight, bias);
      }
      try (NDArray scale = condition.matMul(weight);
          NDArray shift = condition.matMul(bias)) {
        return InstanceNorm.applyPerSample(x, scale, shift);
      }
    }
  }
}
