package io.mien.networks.device;

import ai.djl.ndarray.NDArray;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;

/**
 * Gradient mode of the calling thread, and the backward pass. libtorch keeps the mode per thread,
 * so every block of work states its own and restores what it found. The end of the process waits
 * for a block that has begun and lets none begin ({@link EngineGate}).
 */
public final class Autograd implements AutoCloseable {
  private final boolean before;

  private Autograd(boolean record) {
    TorchRuntime.GATE.enter();
    before = JniUtils.isGradMode();
    JniUtils.setGradMode(record);
  }

  /** Records operations until closed. */
  public static Autograd recording() {
    return new Autograd(true);
  }

  /** Records nothing until closed: less memory, in-place updates allowed. */
  public static Autograd silent() {
    return new Autograd(false);
  }

  /** Adds d loss / d leaf to the gradient of every leaf that the scalar loss depends on. */
  public static void backward(NDArray loss) {
    try (NDArray one = loss.onesLike()) {
      JniUtils.backward((PtNDArray) loss, (PtNDArray) one, false, false);
    }
  }

  /** The same values outside the graph; shares memory with {@code array}. */
  public static NDArray detached(NDArray array) {
    return JniUtils.detachGradient((PtNDArray) array);
  }

  @Override
  public void close() {
    JniUtils.setGradMode(before);
    TorchRuntime.GATE.leave();
  }
}
