package io.mien.networks.training;

import java.util.Map;

/** Looks at each step's losses and stops a training that has gone astray. */
final class DivergenceWatch {
  private static final String SPREAD = "spread/generator";

  private final DivergenceLimits limits;
  private long collapsedSteps;

  DivergenceWatch(DivergenceLimits limits) {
    this.limits = limits;
  }

  /** Generator steps in a row that looked collapsed; part of the training state. */
  long collapsedSteps() {
    return collapsedSteps;
  }

  void resumeAt(long collapsed) {
    collapsedSteps = collapsed;
  }

  void check(long iteration, Map<String, Double> losses) {
    TrainingDiverged.check(iteration, losses, limits.largestLoss());
    Double spread = losses.get(SPREAD);
    if (spread == null) {
      return;
    }
    collapsedSteps = spread < limits.smallestSpread() ? collapsedSteps + 1 : 0;
    if (collapsedSteps >= limits.patience()) {
      throw TrainingDiverged.collapsed(iteration, spread, limits);
    }
  }
}
