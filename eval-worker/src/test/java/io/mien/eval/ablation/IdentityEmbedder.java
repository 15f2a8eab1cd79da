package io.mien.eval.ablation;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.checkpoint.CheckpointDirectory;
import io.mien.networks.checkpoint.NetworkKind;
import io.mien.networks.checkpoint.Safetensors;
import io.mien.networks.device.TorchRuntime;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.ExpressionClassifier;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.ResNetSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Embeds faces by the pooled features of a network that was trained to tell other people apart. The
 * mean over those people is subtracted: features behind a ReLU all point the same way.
 */
final class IdentityEmbedder implements AutoCloseable {
  private final NDManager manager;
  private final ExpressionClassifier features;
  private final double[] mean;

  private IdentityEmbedder(NDManager manager, ExpressionClassifier features, double[] mean) {
    this.manager = manager;
    this.features = features;
    this.mean = mean;
  }

  /**
   * @param known pictures of the people it was trained on
   */
  static IdentityEmbedder load(Path checkpoint, List<RgbImage> known) {
    CheckpointDirectory directory = CheckpointDirectory.open(checkpoint, NetworkKind.CLASSIFIER);
    NDManager manager = TorchRuntime.start().newBaseManager(Device.cpu());
    ResNetSpec spec = directory.training("network", ResNetSpec.class);
    int people = directory.manifest().labelSpace().group(0).size();
    Safetensors file = directory.read(ExpressionClassifier.FILE);
    try (ResNet trained = ResNet.initialize(spec, people, manager, 0)) {
      CheckpointDirectory.restore(trained.weights(), file, "");
      CheckpointDirectory.restore(trained.buffers(), file, "");
      int width = (int) trained.weights().get("fc.weight").getShape().get(1);
      List<String> names = IntStream.range(0, width).mapToObj(i -> "feature-" + i).toList();
      ExpressionClassifier features =
          ExpressionClassifier.over(
              withoutLastLayer(trained, width, manager),
              LabelGroup.exclusive(names),
              directory.manifest().imageSize(),
              manager);
      double[] none = new double[width];
      IdentityEmbedder raw = new IdentityEmbedder(manager, features, none);
      return new IdentityEmbedder(manager, features, mean(raw.embed(known)));
    }
  }

  /** The network with the identity as its classifying layer: its logits are the features. */
  private static ResNet withoutLastLayer(ResNet trained, int width, NDManager manager) {
    Parameters weights = new Parameters(manager);
    Parameters buffers = new Parameters(manager);
    trained.buffers().asMap().forEach(buffers::add);
    trained
        .weights()
        .asMap()
        .forEach(
            (name, array) -> {
              if (!name.startsWith("fc.")) {
                weights.add(name, array);
              }
            });
    try (NDArray identity = manager.eye(width)) {
      weights.add("fc.weight", identity);
    }
    weights.put("fc.bias", new Shape(width), new float[width]);
    return ResNet.of(trained.spec(), weights, buffers);
  }

  private static double[] mean(double[][] rows) {
    return IntStream.range(0, rows[0].length)
        .mapToDouble(at -> Stream.of(rows).mapToDouble(row -> row[at]).average().orElseThrow())
        .toArray();
  }

  double[][] embed(List<RgbImage> faces) {
    float[][] rows = features.logits(faces);
    double[][] centred = new double[rows.length][mean.length];
    for (int i = 0; i < rows.length; i++) {
      for (int at = 0; at < mean.length; at++) {
        centred[i][at] = rows[i][at] - mean[at];
      }
    }
    return centred;
  }

  static double cosine(double[] a, double[] b) {
    double dot = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.length; i++) {
      dot += a[i] * b[i];
      squareA += a[i] * a[i];
      squareB += b[i] * b[i];
    }
    return dot / Math.sqrt(squareA * squareB);
  }

  @Override
  public void close() {
    features.close();
    manager.close();
  }
}
