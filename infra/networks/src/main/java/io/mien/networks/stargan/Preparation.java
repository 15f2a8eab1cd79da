package io.mien.networks.stargan;

import ai.djl.ndarray.NDManager;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.winograd.WinogradConvolution;

/**
 * What the stages of a generator share while they are prepared for inference and afterwards.
 *
 * @param parameters weights, read while preparing, and normalisations, read ever after
 * @param manager owner of everything that is made
 */
record Preparation(Parameters parameters, NDManager manager) {
  WinogradConvolution same(String weight) {
    return WinogradConvolution.same(parameters.get(weight), manager);
  }

  WinogradConvolution halving(String weight) {
    return WinogradConvolution.halving(parameters.get(weight), manager);
  }

  WinogradConvolution transposed(String weight) {
    return WinogradConvolution.transposed(parameters.get(weight), manager);
  }

  WinogradConvolution resized(String weight) {
    return WinogradConvolution.resized(parameters.get(weight), manager);
  }
}
