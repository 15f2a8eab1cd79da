package io.mien.networks.optimizer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.parameter.Parameters;

/** RMSprop as PyTorch computes it: v = α·v + (1 − α)·g²; w −= lr·g / (√v + ε). */
public final class RmsProp implements Optimizer {
  private static final float EPSILON = 1e-8f;

  private final Parameters weights;
  private final double alpha;
  private final OptimizerMemory memory;

  /**
   * @param alpha share of the past in the mean of squares (PyTorch: 0.99)
   */
  public RmsProp(Parameters weights, double alpha) {
    if (!(alpha >= 0 && alpha < 1)) {
      throw new IllegalArgumentException("RMSprop needs 0 <= alpha < 1, found " + alpha + ".");
    }
    this.weights = weights;
    this.alpha = alpha;
    this.memory = OptimizerMemory.of(weights, "v");
  }

  @Override
  public void update(double learningRate) {
    memory.countStep();
    try (Autograd silent = Autograd.silent()) {
      weights.forEachGradient((name, gradient) -> update(name, gradient, learningRate));
    }
  }

  private void update(String name, NDArray gradient, double learningRate) {
    NDArray squares = memory.moment("v", name);
    try (NDArray square = gradient.square()) {
      squares.muli((float) alpha).addi(square.muli((float) (1 - alpha)));
    }
    try (NDArray root = squares.sqrt();
        NDArray change = gradient.div(root.addi(EPSILON))) {
      weights.get(name).subi(change.muli((float) learningRate));
    }
  }

  @Override
  public OptimizerMemory memory() {
    return memory;
  }
}
