package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import io.mien.networks.label.LabelSpace;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.LeakyConvolution;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;
import java.util.ArrayList;
import java.util.List;

/**
 * StarGAN's discriminator, a Wasserstein critic with a classifier: images (N, 3, S, S) give a map
 * of realness (N, 1, s, s) and label logits (N, K). Leaky ReLU 0.01, no normalisation.
 */
public final class Critic implements AutoCloseable {
  static final LeakyConvolution LAYER = LeakyConvolution.ofSlope(0.01);

  private final CriticSpec spec;
  private final int labels;
  private final Parameters parameters;

  private Critic(CriticSpec spec, LabelSpace labels, Parameters parameters) {
    this.spec = spec;
    this.labels = labels.labels();
    this.parameters = parameters;
  }

  /** A new critic with PyTorch's default start, reproducible from the seed. */
  public static Critic initialize(
      CriticSpec spec, int imageSize, LabelSpace labels, NDManager manager, long seed) {
    Parameters parameters = new Parameters(manager);
    Initialization init = new Initialization(parameters, seed, "critic");
    int in = 3;
    for (int layer = 0; layer < spec.layers(); layer++) {
      int out = spec.channels(layer);
      init.convolution(weight(layer), out, in, 4);
      init.bias(bias(layer), out, in * 16L);
      in = out;
    }
    init.convolution("conv1.weight", 1, in, 3);
    init.convolution("conv2.weight", labels.labels(), in, spec.lastSize(imageSize));
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
    try (NDArray logits = Convolution.apply(last, parameters.get("conv2.weight"), 1, 0)) {
      NDArray realness = Convolution.apply(last, parameters.get("conv1.weight"), 1, 1);
      return new Judgement(realness, logits.reshape(logits.getShape().get(0), labels));
    }
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

  public CriticSpec spec() {
    return spec;
  }

  public Parameters parameters() {
    return parameters;
  }

  @Override
  public void close() {
    parameters.close();
  }

  static String weight(int layer) {
    return "main." + 2 * layer + ".weight";
  }

  private static String bias(int layer) {
    return "main." + 2 * layer + ".bias";
  }
}
