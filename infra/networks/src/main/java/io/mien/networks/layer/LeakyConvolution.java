package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.script.TorchFunction;

/**
 * The critic's layer, convolution 4x4 of stride 2 and padding 1 with leaky ReLU 0.01 in place, and
 * the gradient of the whole with respect to its input, itself differentiable in the weight.
 */
public final class LeakyConvolution {
  private static final TorchFunction FORWARD =
      TorchFunction.of(
          "    return torch.leaky_relu_(torch.conv2d(x, w, b, [2, 2], [1, 1]), 0.01)\n",
          "x",
          "w",
          "b");
  private static final TorchFunction GRADIENT =
      TorchFunction.of(
          """
              inner = torch.leaky_relu_backward(gradient, y, 0.01, True)
              return torch.conv_transpose2d(inner, w, None, [2, 2], [1, 1])
          """,
          "gradient",
          "y",
          "w");

  private LeakyConvolution() {}

  public static NDArray apply(NDArray x, NDArray weight, NDArray bias) {
    return FORWARD.apply(x, weight, bias);
  }

  /**
   * Gradient with respect to the input.
   *
   * @param gradient with respect to the output
   * @param output of the layer, whose signs tell the slopes
   */
  public static NDArray gradient(NDArray gradient, NDArray output, NDArray weight) {
    return GRADIENT.apply(gradient, output, weight);
  }
}
