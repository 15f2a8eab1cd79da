package io.mien.networks.interchange.onnx;

import static io.mien.networks.interchange.onnx.OnnxGraph.integers;

import ai.djl.ndarray.NDArray;
import ai.onnx.proto.OnnxMl.GraphProto;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.resnet.PixelScale;
import io.mien.networks.resnet.ResNet;
import io.mien.networks.resnet.Stem;
import java.util.List;

/**
 * A residual classifier as an ONNX graph: input {@code image} (N, 3, H, W) in [-1, 1], whatever
 * scale the network was trained on, output {@code logits} (N, classes). N, H and W may vary.
 */
final class ClassifierGraph {

  private final ResNet network;
  private final Parameters weights;
  private final Parameters buffers;
  private final OnnxGraph graph = new OnnxGraph("classifier");
  private final String image;

  private ClassifierGraph(ResNet network) {
    this.network = network;
    this.weights = network.weights();
    this.buffers = network.buffers();
    this.image = graph.input("image", "batch", "3", "height", "width");
  }

  static GraphProto of(ResNet network) {
    return new ClassifierGraph(network).build();
  }

  private GraphProto build() {
    String h = stem();
    for (int stage = 1; stage <= 4; stage++) {
      for (int block = 0; has("layer%d.%d.conv1".formatted(stage, block)); block++) {
        h = block(h, "layer%d.%d.".formatted(stage, block), stage > 1 && block == 0 ? 2 : 1);
      }
    }
    String pooled = graph.apply("GlobalAveragePool", List.of(h));
    String flat = graph.apply("Flatten", List.of(pooled));
    String logits =
        graph.apply(
            "Gemm",
            List.of(flat, weight("fc.weight"), weight("fc.bias")),
            OnnxGraph.integer("transB", 1));
    long classes = weights.get("fc.bias").size();
    graph.output("logits", logits, "batch", Long.toString(classes));
    return graph.build();
  }

  private String stem() {
    Stem stem = network.spec().stem();
    String h = relu(normalized(scaled(), "conv1", "bn1", stem.stride()));
    return stem.pool()
        ? graph.apply(
            "MaxPool",
            List.of(h),
            integers("kernel_shape", 3, 3),
            integers("strides", 2, 2),
            integers("pads", 1, 1, 1, 1))
        : h;
  }

  /** The image on the scale that the network was trained on. */
  private String scaled() {
    PixelScale pixels = network.spec().pixels();
    if (pixels == PixelScale.SYMMETRIC) {
      return image;
    }
    String factor = channels(pixels.factors());
    String offset = channels(pixels.offsets());
    return graph.apply("Add", List.of(graph.apply("Mul", List.of(image, factor)), offset));
  }

  private String channels(float[] values) {
    return graph.apply("Unsqueeze", List.of(graph.floats(values), graph.integers(0, 2, 3)));
  }

  /**
   * A basic block or, with a third convolution, a bottleneck, which has its stride in the middle.
   */
  private String block(String x, String name, int stride) {
    String branch;
    if (has(name + "conv3")) {
      String narrow = relu(normalized(x, name + "conv1", name + "bn1", 1));
      String inner = relu(normalized(narrow, name + "conv2", name + "bn2", stride));
      branch = normalized(inner, name + "conv3", name + "bn3", 1);
    } else {
      String inner = relu(normalized(x, name + "conv1", name + "bn1", stride));
      branch = normalized(inner, name + "conv2", name + "bn2", 1);
    }
    String around =
        has(name + "downsample.0")
            ? normalized(x, name + "downsample.0", name + "downsample.1", stride)
            : x;
    return relu(graph.apply("Add", List.of(branch, around)));
  }

  private String normalized(String x, String convolution, String norm, int stride) {
    long padding = weights.get(convolution + ".weight").getShape().get(2) / 2;
    String convolved =
        graph.apply(
            "Conv",
            List.of(x, weight(convolution + ".weight")),
            integers("strides", stride, stride),
            integers("pads", padding, padding, padding, padding));
    return graph.apply(
        "BatchNormalization", // its epsilon is 1e-5 unless said otherwise, as PyTorch's
        List.of(
            convolved,
            weight(norm + ".weight"),
            weight(norm + ".bias"),
            statistic(norm + ".running_mean"),
            statistic(norm + ".running_var")));
  }

  private String relu(String x) {
    return graph.apply("Relu", List.of(x));
  }

  private boolean has(String convolution) {
    return weights.names().contains(convolution + ".weight");
  }

  private String weight(String name) {
    return graph.weight(name, weights.get(name));
  }

  private String statistic(String name) {
    NDArray values = buffers.get(name);
    return graph.weight(name, values);
  }
}
