package io.mien.networks.label;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import io.mien.networks.layer.Scale;

/** Losses of logits (N, K) against label values (N, K): one-hot rows, or independent 0/1 values. */
public final class ClassificationLoss {
  private ClassificationLoss() {}

  /** Loss of one group within the logits of a whole label space. */
  public static NDArray of(LabelSpace space, int group, NDArray logits, NDArray labels) {
    LabelGroup labelGroup = space.group(group);
    int start = space.offset(group);
    try (NDArray own = JniUtils.slice((PtNDArray) logits, 1, start, start + labelGroup.size(), 1)) {
      return switch (labelGroup.kind()) {
        case EXCLUSIVE -> softmax(own, labels);
        case INDEPENDENT -> sigmoid(own, labels);
      };
    }
  }

  /** Softmax cross-entropy, mean over samples. */
  public static NDArray softmax(NDArray logits, NDArray oneHot) {
    long samples = logits.getShape().get(0);
    try (NDArray logs = JniUtils.logSoftmax((PtNDArray) logits, 1, DataType.FLOAT32);
        NDArray picked = logs.mul(oneHot);
        NDArray sum = picked.sum()) {
      return Scale.by(sum, -1.0 / samples);
    }
  }

  /** Softmax cross-entropy against targets softened by ε/K (Szegedy et al. 2016). */
  public static NDArray smoothedSoftmax(NDArray logits, NDArray oneHot, double smoothing) {
    if (smoothing == 0) {
      return softmax(logits, oneHot);
    }
    try (NDArray scaled = oneHot.mul((float) (1 - smoothing));
        NDArray soft = scaled.add((float) (smoothing / oneHot.getShape().get(1)))) {
      return softmax(logits, soft);
    }
  }

  /** Binary cross-entropy with logits, <em>summed</em> over labels, mean over samples. */
  public static NDArray sigmoid(NDArray logits, NDArray values) {
    long samples = logits.getShape().get(0);
    try (NDArray soft = JniUtils.softPlus((PtNDArray) logits);
        NDArray hit = logits.mul(values);
        NDArray losses = soft.sub(hit);
        NDArray sum = losses.sum()) {
      return Scale.by(sum, 1.0 / samples);
    }
  }
}
