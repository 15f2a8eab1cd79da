package io.mien.networks.optimizer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.device.Autograd;
import io.mien.networks.parameter.Parameters;

/** Stochastic gradient descent as PyTorch computes it: b = momentum·b + g + decay·w; w −= lr·b. */
public final class Sgd implements Optimizer {
  private final Parameters weights;
  private final double momentum;
  private final double weightDecay;
  private final OptimizerMemory memory;

  public Sgd(Parameters weights, double momentum, double weightDecay) {
    if (!(momentum >= 0 && momentum < 1 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "SGD needs 0 <= momentum < 1 and a decay >= 0; found %s, %s."
              .formatted(momentum, weightDecay));
    }
    this.weights = weights;
    this.momentum = momentum;
    this.weightDecay = weightDecay;
    this.memory = OptimizerMemory.of(weights, "momentum");
  }

  @Override
  public void update(double learningRate) {
    memory.countStep();
    try (Autograd silent = Autograd.silent()) {
      weights.forEachGradient((name, gradient) -> update(name, gradient, learningRate));
    }
  }

  private void update(String name, NDArray gradient, double learningRate) {
    NDArray weight = weights.get(name);
    NDArray buffer = memory.moment("momentum", name);
    try (NDArray decay = weight.mul((float) weightDecay)) {
      buffer.muli((float) momentum).addi(gradient).addi(decay);
    }
    try (NDArray change = buffer.mul((float) learningRate)) {
      weight.subi(change);
    }
  }

  @Override
  public OptimizerMemory memory() {
    return memory;
  }
}
