package io.mien.networks.dcgan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.device.Autograd;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.BatchNorm;
import io.mien.networks.layer.BatchNorm.Statistics;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.LeakyConvolution;
import io.mien.networks.layer.TransposedConvolution;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * DCGAN's discriminator without its sigmoid: images (N, 3, S, S) give scores (N, 1, 1, 1),
 * unbounded. Convolutions 4x4 of stride 2 down to 4x4 pixels, leaky ReLU 0.2, then one 4x4
 * convolution. With {@link CriticNorm#BATCH} it has PyTorch's names and shapes; with {@link
 * CriticNorm#NONE} the sequence has no normalisations, and its hidden convolutions have a bias.
 */
public final class DcGanCritic implements AutoCloseable {
  private static final double SLOPE = 0.2;
  private static final LeakyConvolution PLAIN = LeakyConvolution.ofSlope(SLOPE);

  private final CriticNorm norm;
  private final int levels;
  private final Parameters weights;
  private final Parameters buffers;

  private DcGanCritic(CriticNorm norm, int levels, Parameters weights, Parameters buffers) {
    this.norm = norm;
    this.levels = levels;
    this.weights = weights;
    this.buffers = buffers;
  }

  /** A new critic: weights N(0, 0.02), scales N(1, 0.02), reproducible from the seed. */
  public static DcGanCritic initialize(
      DcGanSpec spec, int imageSize, NDManager manager, long seed) {
    DcGanCritic critic =
        of(spec.criticNorm(), imageSize, new Parameters(manager), new Parameters(manager));
    DcGanStart start = new DcGanStart(critic.weights, critic.buffers, seed, "critic");
    int in = 3;
    for (int level = 0; level < critic.levels; level++) {
      int out = spec.criticWidth() << level;
      start.convolution(critic.weight(level), new Shape(out, in, 4, 4));
      if (critic.normalized(level)) {
        start.normalization(normAt(level), out);
      } else if (spec.criticNorm() == CriticNorm.NONE) {
        start.bias(critic.bias(level), out);
      }
      in = out;
    }
    start.convolution(critic.weight(critic.levels), new Shape(1, in, 4, 4));
    return critic;
  }

  /** A critic over given weights and running statistics, which it owns from here on. */
  public static DcGanCritic of(
      CriticNorm norm, int imageSize, Parameters weights, Parameters buffers) {
    return new DcGanCritic(norm, DcGanSpec.levels(imageSize), weights, buffers);
  }

  /** Scores of images, normalised by the batch's own statistics. */
  public NDArray forward(NDArray images) {
    NDArray h = level(0, images);
    for (int level = 1; level < levels; level++) {
      try (NDArray below = h) {
        h = level(level, below);
      }
    }
    try (NDArray last = h) {
      return Convolution.apply(last, weights.get(weight(levels)), 1, 0);
    }
  }

  /**
   * ∇ of each image's score with respect to the image, (N, 3, S, S), differentiable in the weights.
   * Written out as forward operations, which without normalisation is exact: transposed
   * convolutions between slopes that are constant almost everywhere.
   */
  NDArray slope(NDArray images) {
    List<NDArray> features = features(images);
    long n = images.getShape().get(0);
    NDArray flow;
    try (NDArray ones = images.getManager().ones(new Shape(n, 1, 1, 1))) {
      flow = TransposedConvolution.spread(ones, weights.get(weight(levels)));
    }
    for (int level = levels - 1; level >= 0; level--) {
      try (NDArray feature = features.get(level);
          NDArray above = flow) {
        flow = PLAIN.gradient(above, feature, weights.get(weight(level)));
      }
    }
    return flow;
  }

  /** Outputs of the levels outside the graph: only their signs are needed. */
  private List<NDArray> features(NDArray images) {
    if (norm != CriticNorm.NONE) {
      throw new IllegalStateException(
          "The slope of a critic with batch normalisation was asked for.");
    }
    List<NDArray> features = new ArrayList<>();
    try (Autograd silent = Autograd.silent()) {
      NDArray h = images;
      for (int level = 0; level < levels; level++) {
        h = level(level, h);
        features.add(h);
      }
    }
    return features;
  }

  private NDArray level(int level, NDArray x) {
    NDArray weight = weights.get(weight(level));
    if (norm == CriticNorm.NONE) {
      return PLAIN.apply(x, weight, weights.get(bias(level)));
    }
    NDArray h = Convolution.apply(x, weight, 2, 1);
    NDArray centred =
        normalized(level) ? normAt(level).apply(weights, buffers, h, Statistics.BATCH) : h;
    return Activation.leakyRelu(centred, SLOPE);
  }

  private boolean normalized(int level) {
    return norm == CriticNorm.BATCH && level > 0;
  }

  public CriticNorm norm() {
    return norm;
  }

  public Parameters weights() {
    return weights;
  }

  /** Running statistics of the normalisations, for PyTorch's sake: training never reads them. */
  public Parameters buffers() {
    return buffers;
  }

  @Override
  public void close() {
    weights.close();
    buffers.close();
  }

  private String weight(int level) {
    return "main." + position(level) + ".weight";
  }

  private String bias(int level) {
    return "main." + position(level) + ".bias";
  }

  /** Place of a level's convolution in the sequence of layers. */
  private int position(int level) {
    return switch (norm) {
      case BATCH -> level == 0 ? 0 : 3 * level - 1;
      case NONE -> 2 * level;
    };
  }

  private static BatchNorm normAt(int level) {
    return new BatchNorm("main." + 3 * level);
  }
}
