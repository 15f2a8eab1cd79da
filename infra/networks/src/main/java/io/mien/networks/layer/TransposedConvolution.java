package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Transposed convolution, kernel 4, stride 2, padding 1: (N, in, H, W) and (in, out, 4, 4) give (N,
 * out, 2H, 2W). The engine has none, so each output phase (even or odd row, even or odd column) is
 * one 2x2 convolution: even outputs see taps 3 and 1, odd outputs taps 2 and 0. The four phases are
 * one convolution with four times the channels; no multiplication more than the direct form.
 */
public final class TransposedConvolution {
  private TransposedConvolution() {}

  public static NDArray apply(NDArray x, NDArray weight) {
    long n = x.getShape().get(0);
    long height = x.getShape().get(2);
    long width = x.getShape().get(3);
    long out = weight.getShape().get(1);
    try (NDArray phases = phaseKernel(weight);
        NDArray all = Convolution.apply(x, phases, 1, 1);
        NDArray even = row(all, 0, out, height, width);
        NDArray odd = row(all, 1, out, height, width);
        NDArray rows = even.stack(odd, 3)) {
      return rows.reshape(n, out, 2 * height, 2 * width);
    }
  }

  /** (in, out, 4, 4) to (4·out, in, 2, 2), ordered by row phase, column phase, output channel. */
  private static NDArray phaseKernel(NDArray weight) {
    long in = weight.getShape().get(0);
    long out = weight.getShape().get(1);
    try (NDArray flipped = JniUtils.flip((PtNDArray) weight, new long[] {2, 3});
        NDArray split = flipped.reshape(new Shape(in, out, 2, 2, 2, 2));
        NDArray ordered = split.transpose(3, 5, 1, 0, 2, 4)) {
      return ordered.reshape(4 * out, in, 2, 2);
    }
  }

  /** Output rows of one phase with their columns interleaved: (N, out, H, W, 2). */
  private static NDArray row(NDArray all, int phase, long out, long height, long width) {
    try (NDArray rows = slice(all, 2, phase, height);
        NDArray evenChannels = slice(rows, 1, 2 * phase * out, out);
        NDArray oddChannels = slice(rows, 1, (2 * phase + 1) * out, out);
        NDArray even = slice(evenChannels, 3, 0, width);
        NDArray odd = slice(oddChannels, 3, 1, width)) {
      return even.stack(odd, 4);
    }
  }

  private static NDArray slice(NDArray x, int axis, long start, long length) {
    return JniUtils.slice((PtNDArray) x, axis, start, start + length, 1);
  }
}
