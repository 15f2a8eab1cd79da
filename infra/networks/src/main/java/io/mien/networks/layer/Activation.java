package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/** Activations that close their input: an intermediate lives no longer than autograd needs it. */
public final class Activation {
  private Activation() {}

  public static NDArray relu(NDArray x) {
    try (x) {
      return JniUtils.relu((PtNDArray) x);
    }
  }

  public static NDArray leakyRelu(NDArray x, double slope) {
    try (x) {
      return JniUtils.leakyRelu((PtNDArray) x, slope);
    }
  }

  public static NDArray tanh(NDArray x) {
    try (x) {
      return JniUtils.tanh((PtNDArray) x);
    }
  }

  public static NDArray sigmoid(NDArray x) {
    try (x) {
      return JniUtils.sigmoid((PtNDArray) x);
    }
  }
}
