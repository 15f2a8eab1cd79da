package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * The critics' layer, convolution 4x4 of stride 2 and padding 1 with leaky ReLU in place, and the
 * gradient of the whole with respect to its input, itself differentiable in the weight.
 */
public final class LeakyConvolution {
  private final TorchFunction forward;
  private final TorchFunction gradient;

  private LeakyConvolution(double slope) {
    forward =
        TorchFunction.of(
            "    return torch.leaky_relu_(torch.conv2d(x, w, b, [2, 2], [1, 1]), %s)\n"
                .formatted(slope),
            "x",
            "w",
            "b");
    gradient =
        TorchFunction.of(
            """
                inner = torch.leaky_relu_backward(gradient, y, %s, True)
                return torch.conv_transpose2d(inner, w, None, [2, 2], [1, 1])
            """
                .formatted(slope),
            "gradient",
            "y",
            "w");
  }

  /** The layer whose ReLU has this slope below zero. */
  public static LeakyConvolution ofSlope(double slope) {
    return new LeakyConvolution(slope);
  }

  public NDArray apply(NDArray x, NDArray weight, NDArray bias) {
    return forward.apply(x, weight, bias);
  }

  /**
   * Gradient with respect to the input.
   *
   * @param above gradient with respect to the output
   * @param output of the layer, whose signs tell the slopes
   */
  public NDArray gradient(NDArray above, NDArray output, NDArray weight) {
    return gradient.apply(above, output, weight);
  }
}
