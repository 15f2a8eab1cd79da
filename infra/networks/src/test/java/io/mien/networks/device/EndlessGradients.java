package io.mien.networks.device;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * A program that computes gradients until it is told to end: each backward pass is one call of some
 * seconds, in which libtorch looks up a small operation every few microseconds.
 */
final class EndlessGradients {
  private static final int OPERATIONS = 100_000;

  private EndlessGradients() {}

  public static void main(String[] arguments) {
    TorchRuntime.useThreads(1);
    try (NDManager manager = TorchRuntime.start().newBaseManager();
        NDArray x = manager.zeros(new Shape(4))) {
      JniUtils.attachGradient((PtNDArray) x, true);
      for (int pass = 0; pass >= 0; pass++) {
        try (Autograd recording = Autograd.recording();
            NDArray sum = longSum(x)) {
          System.out.println("pass " + pass);
          Autograd.backward(sum);
        }
      }
    }
  }

  private static NDArray longSum(NDArray x) {
    NDArray sum = x.add(x);
    for (int i = 0; i < OPERATIONS; i++) {
      NDArray next = sum.add(x);
      sum.close();
      sum = next;
    }
    try (NDArray all = sum) {
      return all.sum();
    }
  }
}
