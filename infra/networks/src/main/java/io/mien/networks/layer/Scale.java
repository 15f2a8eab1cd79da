package io.mien.networks.layer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;

/**
 * Multiplication by a number inside a graph.
 *
 * <p>{@code NDArray.mul(Number)} must not be used where gradients are recorded: DJL 0.35.1 wraps
 * the number in Java memory, which it gives up as soon as the call returns, while libtorch keeps
 * pointing at it for the backward pass. When the garbage collector runs in between, the gradient is
 * whatever lies there then. Here the number lives in libtorch's own memory.
 */
public final class Scale {
  private Scale() {}

  public static NDArray by(NDArray x, double factor) {
    try (NDArray number = x.getManager().full(new Shape(), (float) factor, DataType.FLOAT32)) {
      return x.mul(number);
    }
  }
}
