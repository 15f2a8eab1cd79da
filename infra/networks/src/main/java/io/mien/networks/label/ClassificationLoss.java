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

  /** −Σ targets ∘ log softmax: cross-entropy against rows that {@link ClassTargets} weighs. */
  public static NDArray crossEntropy(NDArray logits, NDArray targets) {
    try (NDArray logs = JniUtils.logSoftmax((PtNDArray) logits, 1, DataType.FLOAT32);
        NDArray picked = logs.mul(targets);
        NDArray sum = picked.sum()) {
      return sum.neg();
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
