package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.LeakyConvolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * What critics have in common: images (N, C, S, S) give a map of realness (N, 1, s, s), through
 * convolutions 4x4 of stride 2 with leaky ReLU 0.01 and one 3x3, without normalisation.
 *
 * @param parameters {@code main.<2·layer>} and {@code conv1}, as in the public StarGAN
 */
record RealnessLayers(CriticSpec spec, Parameters parameters) {
  static final LeakyConvolution LAYER = LeakyConvolution.ofSlope(0.01);

  /**
   * Draws the weights.
   *
   * @param channels of the images
   */
  static void initialize(Initialization init, CriticSpec spec, int channels) {
    int in = channels;
    for (int layer = 0; layer < spec.layers(); layer++) {
      int out = spec.channels(layer);
      init.convolution(weight(layer), out, in, 4);
      init.bias(bias(layer), out, in * 16L);
      in = out;
    }
    init.convolution("conv1.weight", 1, in, 3);
  }

  /** Outputs of every layer after its activation, first to last; the caller closes them. */
  List<NDArray> features(NDArray x) {
    List<NDArray> features = new ArrayList<>();
    NDArray h = x;
    for (int layer = 0; layer < spec.layers(); layer++) {
      h = LAYER.apply(h, parameters.get(weight(layer)), parameters.get(bias(layer)));
      features.add(h);
    }
    return features;
  }

  /** The map of realness from the last features. */
  NDArray realness(NDArray last) {
    return Convolution.apply(last, parameters.get("conv1.weight"), 1, 1);
  }

  static String weight(int layer) {
    return "main." + 2 * layer + ".weight";
  }

  private static String bias(int layer) {
    return "main." + 2 * layer + ".bias";
  }
}
