package io.mien.networks.optimizer;

import ai.djl.ndarray.NDArray;
import io.mien.networks.parameter.Parameters;

/** What an optimiser remembers: moments of each weight, and how many steps it has taken. */
public final class OptimizerMemory {
  private final Parameters moments;
  private long steps;

  private OptimizerMemory(Parameters moments) {
    this.moments = moments;
  }

  /**
   * Zeros for every weight.
   *
   * @param names of the moments
   */
  static OptimizerMemory of(Parameters weights, String... names) {
    Parameters moments = new Parameters(weights.manager().getParentManager());
    weights
        .asMap()
        .forEach(
            (weight, array) -> {
              try (NDArray zeros = array.zerosLike()) {
                for (String name : names) {
                  moments.add(name + "/" + weight, zeros);
                }
              }
            });
    return new OptimizerMemory(moments);
  }

  NDArray moment(String name, String weight) {
    return moments.get(name + "/" + weight);
  }

  Parameters moments() {
    return moments;
  }

  long steps() {
    return steps;
  }

  /** Counts a step, the first of which is 1. */
  long countStep() {
    return ++steps;
  }

  void resumeAt(long savedSteps) {
    steps = savedSteps;
  }
}
