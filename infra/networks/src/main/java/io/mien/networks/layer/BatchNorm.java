package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.parameter.Initialization;
import io.mien.networks.parameter.Parameters;

/**
 * Batch normalisation under PyTorch's names: {@code weight} and {@code bias} are learned, {@code
 * running_mean} and {@code running_var} are buffers that training updates with momentum 0.1.
 */
public record BatchNorm(String name) {
  private static final double MOMENTUM = 0.1;
  private static final double EPSILON = 1e-5;

  /** Whose statistics normalise. */
  public enum Statistics {
    /** The batch's; the running ones are updated. */
    BATCH,
    /** The running ones. */
    RUNNING
  }

  public void initialize(Initialization weights, Initialization buffers, long channels) {
    weights.normalization(name, channels);
    initializeBuffers(buffers, channels);
  }

  /** Running statistics alone, for networks that start their weights in a way of their own. */
  public void initializeBuffers(Initialization buffers, long channels) {
    buffers.constant(name + ".running_mean", new Shape(channels), 0);
    buffers.constant(name + ".running_var", new Shape(channels), 1);
  }

  /** Closes {@code x}. */
  public NDArray apply(Parameters weights, Parameters buffers, NDArray x, Statistics statistics) {
    try (x) {
      return JniUtils.batchNorm(
          (PtNDArray) x,
          (PtNDArray) buffers.get(name + ".running_mean"),
          (PtNDArray) buffers.get(name + ".running_var"),
          (PtNDArray) weights.get(name + ".weight"),
          (PtNDArray) weights.get(name + ".bias"),
          statistics == Statistics.BATCH,
          MOMENTUM,
          EPSILON);
    }
  }
}
