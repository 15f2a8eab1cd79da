package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.List;

/**
 * A Wasserstein critic that tells images x from their reconstructions G(G(x, t), s): StarGAN's
 * critic without the classifier, over 3 channels, or over 6 when it is shown x beside the
 * candidate.
 */
public final class ReconstructionCritic implements AutoCloseable {
  private static final int CANDIDATE = 3;

  private final ReconstructionCriticSpec spec;
  private final RealnessLayers layers;

  private ReconstructionCritic(ReconstructionCriticSpec spec, RealnessLayers layers) {
    this.spec = spec;
    this.layers = layers;
  }

  /** A new critic with PyTorch's default start, reproducible from the seed. */
  public static ReconstructionCritic initialize(
      ReconstructionCriticSpec spec, CriticSpec network, NDManager manager, long seed) {
    Parameters parameters = new Parameters(manager);
    Initialization init = new Initialization(parameters, seed, "reconstruction-critic");
    RealnessLayers.initialize(init, network, spec.form().channels());
    return new ReconstructionCritic(spec, new RealnessLayers(network, parameters));
  }

  /** The input (N, 3 or 6, S, S) for candidates of being x; may be {@code candidates} itself. */
  NDArray shown(NDArray x, NDArray candidates) {
    return switch (spec.form()) {
      case IMAGE -> candidates;
      case PAIR -> x.concat(candidates, 1);
    };
  }

  /** Realness (N, 1, s, s) of what is {@link #shown}. */
  NDArray realness(NDArray shown) {
    List<NDArray> features = layers.features(shown);
    try {
      return layers.realness(features.get(features.size() - 1));
    } finally {
      features.forEach(NDArray::close);
    }
  }

  /** The slope's penalty at what is {@link #shown}, differentiable in the weights. */
  NDArray penalty(NDArray shown) {
    try (NDArray gradient = candidateGradient(shown)) {
      return GradientPenalty.ofSlope(gradient);
    }
  }

  /** Gradient (N, 3, S, S) of the realness with respect to the candidates. */
  NDArray candidateGradient(NDArray shown) {
    NDArray gradient = GradientPenalty.gradient(layers, shown, spec.penaltySlope());
    int channels = spec.form().channels();
    if (channels == CANDIDATE) {
      return gradient;
    }
    try (gradient) {
      return JniUtils.slice((PtNDArray) gradient, 1, channels - CANDIDATE, channels, 1);
    }
  }

  public ReconstructionCriticSpec spec() {
    return spec;
  }

  public Parameters parameters() {
    return layers.parameters();
  }

  @Override
  public void close() {
    parameters().close();
  }
}
