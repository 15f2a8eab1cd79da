package io.mien.networks.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import java.nio.FloatBuffer;

/**
 * Rows (N, K) that turn log-probabilities into PyTorch's {@code CrossEntropyLoss(weight,
 * label_smoothing)}, mean over the weights: the loss is −Σ rows ∘ log softmax. A row of label y is
 * w ∘ ((1 − ε)·onehot(y) + ε/K), divided by the batch's Σ w[y].
 *
 * @param weights of the labels, positive for every label that occurs
 * @param smoothing ε in [0, 1) (Szegedy et al. 2016)
 */
@SuppressWarnings("ArrayRecordComponent") // a package of numbers, never compared
public record ClassTargets(double[] weights, double smoothing) {
  public NDArray rows(int[] labels, NDManager manager) {
    int classes = weights.length;
    double sum = 0;
    for (int label : labels) {
      sum += weights[label];
    }
    float[] rows = new float[labels.length * classes];
    for (int i = 0; i < labels.length; i++) {
      for (int c = 0; c < classes; c++) {
        double share = smoothing / classes + (c == labels[i] ? 1 - smoothing : 0);
        rows[i * classes + c] = (float) (weights[c] * share / sum);
      }
    }
    Shape shape = new Shape(labels.length, classes);
    return manager.create(FloatBuffer.wrap(rows), shape, DataType.FLOAT32);
  }
}
