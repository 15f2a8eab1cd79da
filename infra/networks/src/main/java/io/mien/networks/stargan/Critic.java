package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Convolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.List;

/**
 * StarGAN's discriminator, a Wasserstein critic with a classifier: images (N, 3, S, S) give a map
 * of realness (N, 1, s, s) and label logits (N, K). Leaky ReLU 0.01, no normalisation.
 */
public final class Critic implements AutoCloseable {
  private final RealnessLayers layers;
  private final int labels;

  private Critic(CriticSpec spec, LabelSpace labels, Parameters parameters) {
    this.layers = new RealnessLayers(spec, parameters);
    this.labels = labels.labels();
  }

  /** A new critic with PyTorch's default start, reproducible from the seed. */
  public static Critic initialize(
      CriticSpec spec, int imageSize, LabelSpace labels, NDManager manager, long seed) {
    Parameters parameters = new Parameters(manager);
    Initialization init = new Initialization(parameters, seed, "critic");
    RealnessLayers.initialize(init, spec, 3);
    int last = spec.channels(spec.layers() - 1);
    init.convolution("conv2.weight", labels.labels(), last, spec.lastSize(imageSize));
    return new Critic(spec, labels, parameters);
  }

  /** A critic over given weights, which it owns from here on. */
  public static Critic of(CriticSpec spec, LabelSpace labels, Parameters parameters) {
    return new Critic(spec, labels, parameters);
  }

  public Judgement forward(NDArray x) {
    List<NDArray> features = features(x);
    try {
      return judge(features);
    } finally {
      features.forEach(NDArray::close);
    }
  }

  /** The judgement of images by their {@link #features}. */
  Judgement judge(List<NDArray> features) {
    NDArray last = features.get(features.size() - 1);
    try (NDArray logits = Convolution.apply(last, parameters().get("conv2.weight"), 1, 0)) {
      NDArray realness = layers.realness(last);
      return new Judgement(realness, logits.reshape(logits.getShape().get(0), labels));
    }
  }

  /** Outputs of every layer after its activation, first to last; the caller closes them. */
  List<NDArray> features(NDArray x) {
    return layers.features(x);
  }

  /** The critic without its classifier. */
  RealnessLayers layers() {
    return layers;
  }

  public CriticSpec spec() {
    return layers.spec();
  }

  public Parameters parameters() {
    return layers.parameters();
  }

  @Override
  public void close() {
    parameters().close();
  }
}
