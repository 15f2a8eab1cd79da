package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import io.mien.networks.layer.PixelConvolution;
import io.mien.networks.parameter.Parameters;
import io.mien.networks.winograd.WinogradConvolution;

/**
 * A stage of a generator for inference, on maps (N, H, W, C). Immutable; it computes in the memory
 * of a lane. It is split where a label may enter: the response of its first convolution is the same
 * for every label.
 */
sealed interface PreparedStage {
  /** Whether what follows the response depends on the condition. */
  boolean labelled();

  /** Whether the stage adds to its input, so that the target must hold that. */
  default boolean addsToInput() {
    return false;
  }

  /**
   * Of the input (images (N, 3, H, W) for the first stage); valid until the next one in the lane.
   */
  NDArray response(NDArray x, Lane lane);

  /** Writes the stage's output, of the response's height and width, to the target. */
  void complete(NDArray response, NDArray condition, NDArray target, Lane lane);

  /** The first stage without label planes. */
  record Input(NDArray filter, GeneratorNorm norm, Parameters parameters) implements PreparedStage {
    @Override
    public boolean labelled() {
      return norm.conditional();
    }

    @Override
    public NDArray response(NDArray x, Lane lane) {
      return PixelConvolution.apply(x, filter);
    }

    @Override
    public void complete(NDArray response, NDArray condition, NDArray target, Lane lane) {
      norm.relu(parameters, response, condition, target);
    }
  }

  /** The first stage with label planes: the response is the image's, the planes come after it. */
  record LabelledInput(Input image, PlaneResponses planes) implements PreparedStage {
    @Override
    public boolean labelled() {
      return true;
    }

    @Override
    public NDArray response(NDArray x, Lane lane) {
      return image.response(x, lane);
    }

    @Override
    public void complete(NDArray response, NDArray condition, NDArray target, Lane lane) {
      planes.addTo(response, condition);
      image.complete(response, condition, target, lane);
    }
  }

  /** A convolution that changes the size, normalisation, ReLU. */
  record Filter(WinogradConvolution convolution, GeneratorNorm norm, Parameters parameters)
      implements PreparedStage {
    @Override
    public boolean labelled() {
      return norm.conditional();
    }

    @Override
    public NDArray response(NDArray x, Lane lane) {
      return convolution.apply(x, lane.scratch());
    }

    @Override
    public void complete(NDArray response, NDArray condition, NDArray target, Lane lane) {
      norm.relu(parameters, response, condition, target);
    }
  }

  /** A residual block; its branch is added to the target. */
  record Residual(Filter first, WinogradConvolution second, GeneratorNorm secondNorm)
      implements PreparedStage {
    @Override
    public boolean labelled() {
      return first.labelled() || secondNorm.conditional();
    }

    @Override
    public boolean addsToInput() {
      return true;
    }

    @Override
    public NDArray response(NDArray x, Lane lane) {
      return first.response(x, lane);
    }

    @Override
    public void complete(NDArray response, NDArray condition, NDArray target, Lane lane) {
      NDArray inner = lane.hidden().inner(response.getShape());
      first.complete(response, condition, inner, lane);
      try (NDArray branch = second.apply(inner, lane.scratch())) {
        secondNorm.add(first.parameters(), branch, condition, target);
      }
    }
  }
}
