package io.mien.networks.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import io.mien.networks.label.LabelGroup;
import java.nio.FloatBuffer;

/** Label indices as rows (N, labels). */
final class OneHot {
  private OneHot() {}

  static NDArray rows(LabelGroup labels, int[] indices, NDManager manager) {
    float[] values = new float[indices.length * labels.size()];
    for (int i = 0; i < indices.length; i++) {
      values[i * labels.size() + indices[i]] = 1;
    }
    Shape shape = new Shape(indices.length, labels.size());
    return manager.create(FloatBuffer.wrap(values), shape, DataType.FLOAT32);
  }
}
