package io.mien.networks.winograd;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A convolution with zero padding and without bias whose kernels were transformed once. As exact as
 * the direct sums within a few units of 1e-6 of the largest value. It belongs to the manager of its
 * making. Immutable.
 */
public final class WinogradConvolution {
  private final Tiling tiling;
  private final NDArray transform;
  private final NDArray kernels;
  private final NDArray inverse;

  /** Kernels (r, r, in, out). */
  private WinogradConvolution(Tiling tiling, NDArray taps, NDManager manager) {
    this.tiling = tiling;
    WinogradTransform of = tiling.transform();
    this.transform = matrix(of.input(), DataType.FLOAT32, manager);
    this.inverse = matrix(of.output(), DataType.FLOAT32, manager);
    long in = taps.getShape().get(2);
    long out = taps.getShape().get(3);
    try (NDArray exact = matrix(of.kernel(), DataType.FLOAT64, manager);
        NDArray wide = taps.toType(DataType.FLOAT64, false);
        NDArray rows = wide.reshape((long) of.taps() * of.taps(), in * out);
        NDArray points = exact.matMul(rows);
        NDArray single = points.toType(DataType.FLOAT32, false)) {
      this.kernels = single.reshape((long) of.side() * of.side(), in, out);
      kernels.attach(manager);
    }
  }

  /** 3x3, stride 1, padding 1; weight (out, in, 3, 3). */
  public static WinogradConvolution same(NDArray weight, NDManager manager) {
    try (NDArray taps = weight.transpose(2, 3, 1, 0)) {
      return new WinogradConvolution(Tiling.SAME, taps, manager);
    }
  }

  /** 4x4, stride 2, padding 1; weight (out, in, 4, 4). */
  public static WinogradConvolution halving(NDArray weight, NDManager manager) {
    long out = weight.getShape().get(0);
    long in = weight.getShape().get(1);
    try (NDArray split = weight.reshape(out, in, 2, 2, 2, 2);
        NDArray turned = split.transpose(2, 4, 3, 5, 1, 0);
        NDArray taps = turned.reshape(2, 2, 4 * in, out)) {
      return new WinogradConvolution(Tiling.HALVING, taps, manager);
    }
  }

  /** Transposed 4x4, stride 2, padding 1; weight (in, out, 4, 4). */
  public static WinogradConvolution transposed(NDArray weight, NDManager manager) {
    float[] taps = {0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0};
    try (NDArray phases = phases(weight, taps, manager);
        NDArray turned = phases.transpose(3, 5, 0, 2, 4, 1)) {
      return doubling(turned, manager);
    }
  }

  /** Repetition of every pixel, then 3x3, padding 1; weight (out, in, 3, 3). */
  public static WinogradConvolution resized(NDArray weight, NDManager manager) {
    float[] taps = {1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 1, 1};
    try (NDArray phases = phases(weight, taps, manager);
        NDArray turned = phases.transpose(3, 5, 1, 2, 4, 0)) {
      return doubling(turned, manager);
    }
  }

  /**
   * Response (N, H', W', out) to maps of {@link FeatureMaps#bordered}; the caller closes it. It
   * lies in the scratch arrays: use it before asking for another.
   */
  public NDArray apply(NDArray maps, Scratch scratch) {
    return tiling
        .function()
        .apply(maps, transform, kernels, inverse, scratch.first(), scratch.second());
  }

  private static WinogradConvolution doubling(NDArray turned, NDManager manager) {
    Shape shape = turned.getShape();
    try (NDArray taps = turned.reshape(2, 2, shape.get(2), 4 * shape.get(5))) {
      return new WinogradConvolution(Tiling.DOUBLING, taps, manager);
    }
  }

  /**
   * (a, b, 4 of odd and even phase and tap, the same of columns) of a weight (a, b, k, k), as (a,
   * b, 2, 2, 2, 2).
   *
   * @param taps (4, k): the weights that make up a phase's tap
   */
  private static NDArray phases(NDArray weight, float[] taps, NDManager manager) {
    Shape shape = weight.getShape();
    try (NDArray rows = manager.create(taps, new Shape(4, shape.get(2)));
        NDArray columns = rows.transpose();
        NDArray tall = rows.matMul(weight);
        NDArray wide = tall.matMul(columns)) {
      return wide.reshape(shape.get(0), shape.get(1), 2, 2, 2, 2);
    }
  }

  private static NDArray matrix(double[][] oneDimension, DataType type, NDManager manager) {
    long rows = (long) oneDimension.length * oneDimension.length;
    try (NDArray all = manager.create(WinogradTransform.squared(oneDimension));
        NDArray matrix = all.reshape(rows, all.size() / rows);
        NDArray typed = matrix.toType(type, false)) {
      // What was made of Java's memory ends with it, and a conversion to the same type is no copy
      return JniUtils.clone((PtNDArray) typed);
    }
  }
}
