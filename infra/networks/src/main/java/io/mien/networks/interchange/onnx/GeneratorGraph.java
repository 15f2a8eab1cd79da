package io.mien.networks.interchange.onnx;

import static io.mien.networks.interchange.onnx.OnnxGraph.integers;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.stargan.GeneratorSpec;
import io.mien.networks.stargan.LabelInjection;
import io.mien.networks.stargan.Upsampling;
import java.util.Arrays;
import java.util.List;

/**
 * A generator as an ONNX graph: inputs {@code image} (N, 3, H, W) in [-1, 1] and {@code condition}
 * (N, K), output {@code result} (N, 3, H, W). N, H and W may vary; H and W are multiples of 4.
 */
final class GeneratorGraph {
  private final GeneratorSpec spec;
  private final Parameters parameters;
  private final OnnxGraph graph = new OnnxGraph("generator");
  private final String image;
  private final String condition;

  private GeneratorGraph(GeneratorSpec spec, int conditions, Parameters parameters) {
    this.spec = spec;
    this.parameters = parameters;
    this.image = graph.input("image", "batch", "3", "height", "width");
    this.condition = graph.input("condition", "batch", Integer.toString(conditions));
  }

  static GraphProto of(GeneratorSpec spec, int conditions, Parameters parameters) {
    return new GeneratorGraph(spec, conditions, parameters).build();
  }

  private GraphProto build() {
    LabelInjection injection = spec.injection();
    int padding = spec.edgeKernel() / 2;
    String h = injection.usesPlanes() ? withPlanes() : image;
    h = relu(norm("main.1", convolution(h, "main.0", 1, padding)));
    for (int index : new int[] {3, 6}) {
      h = relu(norm("main." + (index + 1), convolution(h, "main." + index, 2, 1)));
    }
    int index = 9;
    for (int block = 0; block < spec.residualBlocks(); block++) {
      h = residual(h, "main.%d.main.".formatted(index++));
    }
    for (int up = 0; up < 2; up++) {
      h = relu(norm("main." + (index + 1), enlarged(h, "main." + index)));
      index += 3;
    }
    String drawn = convolution(h, "main." + index, 1, padding);
    String result = new HeadGraph(graph, image).of(spec.head(), drawn);
    graph.output("result", result, "batch", "3", "height", "width");
    return graph.build();
  }

  private String withPlanes() {
    String points = unsqueezed(condition);
    String sides = graph.apply("Shape", List.of(image), OnnxGraph.integer("start", 2));
    String shape =
        graph.apply("Concat", List.of(graph.integers(1, 1), sides), OnnxGraph.integer("axis", 0));
    String planes = graph.apply("Expand", List.of(points, shape));
    return graph.apply("Concat", List.of(image, planes), OnnxGraph.integer("axis", 1));
  }

  private String residual(String x, String main) {
    String inner = relu(norm(main + "1", convolution(x, main + "0", 1, 1)));
    String branch = norm(main + "4", convolution(inner, main + "3", 1, 1));
    return graph.apply("Add", List.of(x, branch));
  }

  private String enlarged(String x, String name) {
    if (spec.upsampling() == Upsampling.TRANSPOSED) {
      return graph.apply(
          "ConvTranspose",
          List.of(x, weight(name + ".weight")),
          integers("strides", 2, 2),
          integers("pads", 1, 1, 1, 1));
    }
    String large =
        graph.apply(
            "Resize",
            List.of(x, "", graph.floats(1, 1, 2, 2)),
            OnnxGraph.text("mode", "nearest"),
            OnnxGraph.text("coordinate_transformation_mode", "asymmetric"),
            OnnxGraph.text("nearest_mode", "floor"));
    return convolution(large, name, 1, 1);
  }

  private String convolution(String x, String name, int stride, int padding) {
    boolean biased = parameters.names().contains(name + ".bias");
    String weight = weight(name + ".weight");
    return graph.apply(
        "Conv",
        biased ? List.of(x, weight, weight(name + ".bias")) : List.of(x, weight),
        integers("strides", stride, stride),
        integers("pads", padding, padding, padding, padding));
  }

  /** Scale and shift are vectors, or tables (K, C) that the condition picks from. */
  private String norm(String name, String x) {
    String scale = name + ".weight";
    String shift = name + ".bias";
    if (parameters.get(scale).getShape().dimension() == 1) {
      return graph.apply("InstanceNormalization", List.of(x, weight(scale), weight(shift)));
    }
    int channels = (int) parameters.get(scale).getShape().get(1);
    float[] ones = new float[channels];
    Arrays.fill(ones, 1);
    String plain =
        graph.apply(
            "InstanceNormalization",
            List.of(x, graph.floats(ones), graph.floats(new float[channels])));
    return graph.apply("Add", List.of(graph.apply("Mul", List.of(plain, row(scale))), row(shift)));
  }

  private String row(String table) {
    return unsqueezed(graph.apply("MatMul", List.of(condition, weight(table))));
  }

  private String unsqueezed(String x) {
    return graph.apply("Unsqueeze", List.of(x, graph.integers(2, 3)));
  }

  private String relu(String x) {
    return graph.apply("Relu", List.of(x));
  }

  private String weight(String name) {
    return graph.weight(name, parameters.get(name));
  }
}
