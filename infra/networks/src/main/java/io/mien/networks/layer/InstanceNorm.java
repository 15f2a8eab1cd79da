package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Instance normalisation with the instance's own statistics, always (never running ones): batch
 * normalisation over one sample of N·C channels, which is PyTorch's own way.
 */
public final class InstanceNorm {
  private static final double EPSILON = 1e-5;

  private InstanceNorm() {}

  /** Scale and shift (C), the same for every sample. */
  public static NDArray apply(NDArray x, NDArray scale, NDArray shift) {
    long n = x.getShape().get(0);
    try (NDArray scales = scale.tile(n);
        NDArray shifts = shift.tile(n)) {
      return normalize(x, scales, shifts);
    }
  }

  /** Scale and shift (N, C), one row per sample. */
  public static NDArray applyPerSample(NDArray x, NDArray scale, NDArray shift) {
    try (NDArray scales = scale.reshape(-1);
        NDArray shifts = shift.reshape(-1)) {
      return normalize(x, scales, shifts);
    }
  }

  private static NDArray normalize(NDArray x, NDArray scales, NDArray shifts) {
    Shape shape = x.getShape();
    long channels = shape.get(0) * shape.get(1);
    NDManager manager = x.getManager();
    try (NDArray flat = x.reshape(1, channels, shape.get(2), shape.get(3));
        NDArray mean = manager.zeros(new Shape(channels)); // scratch: the engine insists on them
        NDArray variance = manager.ones(new Shape(channels));
        NDArray normal =
            JniUtils.batchNorm(
                (PtNDArray) flat,
                (PtNDArray) mean,
                (PtNDArray) variance,
                (PtNDArray) scales,
                (PtNDArray) shifts,
                true,
                0,
                EPSILON)) {
      return normal.reshape(shape);
    }
  }
}
