package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.Activation;
import io.mien.networks.layer.ChannelsLast;
import io.mien.networks.layer.NarrowConvolution;
import io.mien.networks.layer.Scale;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/** The last convolution and the output head. The attention mask is a fourth output channel. */
record GeneratorOutput(String conv, int in, int kernel, OutputHead head) {
  private static final double LOGIT_BOUND = 0.98;

  void initialize(Initialization init, GeneratorStart start) {
    init.scaledConvolution(weight(), channels(), in, kernel, start.outputScale());
    if (head == OutputHead.ATTENTION) {
      init.values(conv + ".bias", new float[] {0, 0, 0, (float) start.maskBias()});
    }
  }

  /** Image from the input {@code x} and features {@code h}, which it closes. */
  NDArray forward(Parameters parameters, NDArray x, NDArray h) {
    try (h) {
      return image(parameters, x, NarrowConvolution.apply(h, parameters.get(weight())));
    }
  }

  /** Image from the input {@code x} and the last convolution's output, which it closes. */
  NDArray image(Parameters parameters, NDArray x, NDArray drawn) {
    return switch (head) {
      case TANH -> Activation.tanh(drawn);
      case RESIDUAL -> residual(x, drawn);
      case LOGIT_RESIDUAL -> logitResidual(x, drawn);
      case ATTENTION -> attention(x, biased(drawn, parameters));
    };
  }

  /** This output for inference, with its kernel spread over the offsets of a 2x2 square. */
  PreparedOutput prepared(Preparation preparation) {
    Parameters parameters = preparation.parameters();
    try (NDArray offsets = NarrowConvolution.offsets(parameters.get(weight()))) {
      NDArray kernel = ChannelsLast.copy(offsets, preparation.manager());
      return new PreparedOutput(this, kernel, parameters);
    }
  }

  private NDArray biased(NDArray drawn, Parameters parameters) {
    try (drawn;
        NDArray bias = parameters.get(conv + ".bias").reshape(1, channels(), 1, 1)) {
      return drawn.add(bias);
    }
  }

  private String weight() {
    return conv + ".weight";
  }

  private int channels() {
    return head == OutputHead.ATTENTION ? 4 : 3;
  }

  private static NDArray residual(NDArray x, NDArray drawn) {
    try (NDArray bounded = Activation.tanh(drawn);
        NDArray twice = Scale.by(bounded, 2);
        NDArray sum = x.add(twice)) {
      return JniUtils.clip((PtNDArray) sum, -1f, 1f);
    }
  }

  private static NDArray logitResidual(NDArray x, NDArray drawn) {
    try (drawn;
        NDArray inner = Scale.by(x, LOGIT_BOUND);
        NDArray above = inner.add(1f);
        NDArray below = inner.neg();
        NDArray rest = below.add(1f);
        NDArray ratio = above.div(rest);
        NDArray logarithm = ratio.log();
        NDArray logit = Scale.by(logarithm, 0.5)) {
      return Activation.tanh(logit.add(drawn));
    }
  }

  /** tanh(C) + A·(x − tanh(C)). */
  private static NDArray attention(NDArray x, NDArray drawn) {
    try (drawn;
        NDArray mask = Activation.sigmoid(JniUtils.slice((PtNDArray) drawn, 1, 3, 4, 1));
        NDArray colour = Activation.tanh(JniUtils.slice((PtNDArray) drawn, 1, 0, 3, 1));
        NDArray difference = x.sub(colour);
        NDArray kept = mask.mul(difference)) {
      return colour.add(kept);
    }
  }
}
