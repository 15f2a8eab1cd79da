package io.mien.networks.interchange.onnx;

import io.mien.networks.stargan.OutputHead;
import java.util.List;

/** How the last convolution's outputs become pixels; see {@link OutputHead}. */
record HeadGraph(OnnxGraph graph, String image) {
  private static final float LOGIT_BOUND = 0.98f; // GeneratorOutput's

  String of(OutputHead head, String drawn) {
    return switch (head) {
      case TANH -> graph.apply("Tanh", List.of(drawn));
      case RESIDUAL -> residual(drawn);
      case LOGIT_RESIDUAL -> logitResidual(drawn);
      case ATTENTION -> attention(drawn);
    };
  }

  private String residual(String drawn) {
    String bounded = graph.apply("Tanh", List.of(drawn));
    String twice = graph.apply("Mul", List.of(bounded, graph.number(2)));
    String sum = graph.apply("Add", List.of(image, twice));
    return graph.apply("Clip", List.of(sum, graph.number(-1), graph.number(1)));
  }

  private String logitResidual(String drawn) {
    String inner = graph.apply("Mul", List.of(image, graph.number(LOGIT_BOUND)));
    String above = graph.apply("Add", List.of(graph.number(1), inner));
    String rest = graph.apply("Sub", List.of(graph.number(1), inner));
    String logarithm = graph.apply("Log", List.of(graph.apply("Div", List.of(above, rest))));
    String logit = graph.apply("Mul", List.of(logarithm, graph.number(0.5f)));
    return graph.apply("Tanh", List.of(graph.apply("Add", List.of(logit, drawn))));
  }

  /** tanh(C) + A·(x − tanh(C)); the mask is the fourth channel. */
  private String attention(String drawn) {
    String mask = graph.apply("Sigmoid", List.of(channels(drawn, 3, 4)));
    String colour = graph.apply("Tanh", List.of(channels(drawn, 0, 3)));
    String difference = graph.apply("Sub", List.of(image, colour));
    return graph.apply("Add", List.of(colour, graph.apply("Mul", List.of(mask, difference))));
  }

  private String channels(String x, long from, long to) {
    return graph.apply(
        "Slice", List.of(x, graph.integers(from), graph.integers(to), graph.integers(1)));
  }
}
