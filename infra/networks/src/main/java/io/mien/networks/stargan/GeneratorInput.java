package io.mien.networks.stargan;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.ChannelsLast;
import io.mien.networks.layer.Convolution;
import io.mien.networks.layer.LabelPlanes;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * The first convolution over the image and, with {@code planes}, one plane per condition beside it;
 * then normalisation and ReLU. Its weight is (width, 3 + K, k, k), as the reference's.
 */
record GeneratorInput(String conv, int kernel, boolean planes, GeneratorNorm norm) {
  void initialize(Initialization init, int conditions, GeneratorStart start) {
    init.convolution(conv, norm.channels(), planes ? 3 + conditions : 3, kernel);
    norm.initialize(init, conditions, start);
  }

  /** Leaves {@code x} open. */
  NDArray forward(Parameters parameters, NDArray x, NDArray condition) {
    NDArray weight = parameters.get(conv);
    NDArray h =
        planes ? withPlanes(x, condition, weight) : Convolution.apply(x, weight, 1, kernel / 2);
    return norm.relu(parameters, h, condition);
  }

  /** The stage for inference: what a plane adds is kept per condition. */
  PreparedStage prepared(Preparation preparation) {
    Parameters parameters = preparation.parameters();
    NDArray weight = parameters.get(conv);
    long channels = weight.getShape().get(1);
    try (NDArray imagePart = JniUtils.slice((PtNDArray) weight, 1, 0, 3, 1);
        NDArray labelPart = JniUtils.slice((PtNDArray) weight, 1, 3, channels, 1)) {
      NDArray filter = ChannelsLast.copy(imagePart, preparation.manager());
      PreparedStage.Input image = new PreparedStage.Input(filter, norm, parameters);
      return planes
          ? new PreparedStage.LabelledInput(
              image, PlaneResponses.of(labelPart, preparation.manager()))
          : image;
    }
  }

  private NDArray withPlanes(NDArray x, NDArray condition, NDArray weight) {
    long channels = weight.getShape().get(1);
    long height = x.getShape().get(2);
    long width = x.getShape().get(3);
    try (NDArray imagePart = JniUtils.slice((PtNDArray) weight, 1, 0, 3, 1);
        NDArray labelPart = JniUtils.slice((PtNDArray) weight, 1, 3, channels, 1);
        NDArray ofImage = Convolution.apply(x, imagePart, 1, kernel / 2);
        NDArray ofLabels = LabelPlanes.response(condition, labelPart, height, width)) {
      return ofImage.add(ofLabels);
    }
  }
}
