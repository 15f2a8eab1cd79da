package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.NarrowConvolution;
import io.mien.networks.parameter.Parameters;

/** The last convolution and the head of a generator for inference. */
record PreparedOutput(GeneratorOutput output, NDArray offsets, Parameters parameters) {
  /** Images (N, 3, H, W) from the inputs {@code x} and maps (N, H, W, C). */
  NDArray images(NDArray x, NDArray maps) {
    try (NDArray features = maps.transpose(0, 3, 1, 2)) {
      return output.image(parameters, x, NarrowConvolution.woven(features, offsets));
    }
  }
}
