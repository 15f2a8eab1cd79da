package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.TransposedConvolution;
import io.mien.networks.parameter.Parameters;

/**
 * DCGAN's generator: noise (N, latent, 1, 1), standard normal, gives images (N, 3, S, S) in [-1,
 * 1]. Transposed convolutions 4x4 without bias, from 4x4 pixels doubling to S, each but the last
 * followed by batch normalisation and ReLU; tanh at the end. Names are those of PyTorch's DCGAN
 * example, {@code main.0.weight} and so on.
 */
public final class DcGanGenerator implements AutoCloseable {
  private final int levels;
  private final Parameters weights;
  private final Parameters buffers;

  private DcGanGenerator(int levels, Parameters weights, Parameters buffers) {
    this.levels = levels;
    this.weights = weights;
    this.buffers = buffers;
  }

  /** A new generator: weights N(0, 0.02), scales N(1, 0.02), reproducible from the seed. */
  public static DcGanGenerator initialize(
      DcGanSpec spec, int imageSize, NDManager manager, long seed) {
    int levels = DcGanSpec.levels(imageSize);
    Parameters weights = new Parameters(manager);
    Parameters buffers = new Parameters(manager);
    DcGanStart start = new DcGanStart(weights, buffers, seed, "generator");
    int in = spec.latent();
    for (int level = 0; level < levels; level++) {
      int out = spec.generatorWidth() << (levels - 1 - level);
      start.convolution(convolution(level), new Shape(in, out, 4, 4));
      start.normalization(norm(level), out);
      in = out;
    }
    start.convolution(convolution(levels), new Shape(in, 3, 4, 4));
    return new DcGanGenerator(levels, weights, buffers);
  }

  /** A generator over given weights and running statistics, which it owns from here on. */
  public static DcGanGenerator of(int imageSize, Parameters weights, Parameters buffers) {
    return new DcGanGenerator(DcGanSpec.levels(imageSize), weights, buffers);
  }

  /**
   * Images of noise.
   *
   * @param statistics the batch's in training; the running ones make an image depend on its own
   *     noise alone
   */
  public NDArray forward(NDArray noise, Statistics statistics) {
    NDArray h = TransposedConvolution.spread(noise, weights.get(convolution(0)));
    for (int level = 0; level < levels; level++) {
      try (NDArray x = Activation.relu(norm(level).apply(weights, buffers, h, statistics))) {
        h = TransposedConvolution.apply(x, weights.get(convolution(level + 1)));
      }
    }
    return Activation.tanh(h);
  }

  public Parameters weights() {
    return weights;
  }

  /** Running statistics of the normalisations. */
  public Parameters buffers() {
    return buffers;
  }

  @Override
  public void close() {
    weights.close();
    buffers.close();
  }

  private static String convolution(int level) {
    return "main." + 3 * level + ".weight";
  }

  private static BatchNorm norm(int level) {
    return new BatchNorm("main." + (3 * level + 1));
  }
}
