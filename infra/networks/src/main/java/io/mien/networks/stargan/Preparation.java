package io.mien.networks.stargan;

import ai.djl.ndarray.NDManager;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.winograd.FeatureMaps;
import io.mien.networks.winograd.Scratch;
import io.mien.networks.winograd.WinogradConvolution;

/**
 * What the stages of a generator share while they are prepared for inference and afterwards.
 *
 * @param parameters weights, read while preparing, and normalisations, read ever after
 * @param scratch of all convolutions
 * @param hidden maps inside a residual block
 * @param manager owner of everything that is made
 */
record Preparation(Parameters parameters, Scratch scratch, FeatureMaps hidden, NDManager manager) {
  static Preparation of(Parameters parameters, NDManager manager) {
    return new Preparation(
        parameters, Scratch.create(manager), FeatureMaps.bordered(manager), manager);
  }

  WinogradConvolution same(String weight) {
    return WinogradConvolution.same(parameters.get(weight), scratch, manager);
  }

  WinogradConvolution halving(String weight) {
    return WinogradConvolution.halving(parameters.get(weight), scratch, manager);
  }

  WinogradConvolution transposed(String weight) {
    return WinogradConvolution.transposed(parameters.get(weight), scratch, manager);
  }

  WinogradConvolution resized(String weight) {
    return WinogradConvolution.resized(parameters.get(weight), scratch, manager);
  }
}
