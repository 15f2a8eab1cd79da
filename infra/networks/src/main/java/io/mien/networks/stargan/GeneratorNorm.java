package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.InstanceNorm;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.winograd.MapNorm;

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
    try (x;
        NDArray scale = row(parameters.get(name + ".weight"), condition);
        NDArray shift = row(parameters.get(name + ".bias"), condition)) {
      return InstanceNorm.apply(x, scale, shift);
    }
  }

  /** Normalisation and ReLU; closes {@code x}. */
  NDArray relu(Parameters parameters, NDArray x, NDArray condition) {
    try (x;
        NDArray scale = row(parameters.get(name + ".weight"), condition);
        NDArray shift = row(parameters.get(name + ".bias"), condition)) {
      return InstanceNorm.relu(x, scale, shift);
    }
  }

  /** Normalisation and ReLU of maps (N, H, W, C), written to the target; inference only. */
  void relu(Parameters parameters, NDArray maps, NDArray condition, NDArray target) {
    try (NDArray scale = row(parameters.get(name + ".weight"), condition);
        NDArray shift = row(parameters.get(name + ".bias"), condition)) {
      MapNorm.relu(maps, scale, shift, target);
    }
  }

  /** Normalisation of maps (N, H, W, C), added to the target; inference only. */
  void add(Parameters parameters, NDArray maps, NDArray condition, NDArray target) {
    try (NDArray scale = row(parameters.get(name + ".weight"), condition);
        NDArray shift = row(parameters.get(name + ".bias"), condition)) {
      MapNorm.add(maps, scale, shift, target);
    }
  }

  /** (N, C) from a table, or (C) as it is; to be closed. */
  private NDArray row(NDArray values, NDArray condition) {
    return conditional ? condition.matMul(values) : values.reshape(channels);
  }
}
