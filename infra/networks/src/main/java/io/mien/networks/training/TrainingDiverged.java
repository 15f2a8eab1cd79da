package io.mien.networks.training;

import java.io.Serial;
import java.util.Map;

/** A loss is no longer a sensible number; the last checkpoint is still good. */
public final class TrainingDiverged extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;
  private static final double LIMIT = 1e8;

  private TrainingDiverged(String message) {
    super(message);
  }

  static void check(long iteration, Map<String, Double> losses) {
    check(iteration, losses, LIMIT);
  }

  static void check(long iteration, Map<String, Double> losses, double largest) {
    losses.forEach(
        (name, value) -> {
          if (!(Math.abs(value) < largest)) {
            throw new TrainingDiverged(
                "Training diverged at iteration %d: %s is %s, beyond %s. Losses: %s. Continue from the last checkpoint with a lower learning rate."
                    .formatted(iteration, name, value, largest, losses));
          }
        });
  }

  static TrainingDiverged collapsed(long iteration, double spread, DivergenceLimits limits) {
    return new TrainingDiverged(
        "The generator has collapsed at iteration %d: for %d of its steps its images have differed from each other by less than %s of how real ones do, now by %s. Continue from an earlier checkpoint with a lower learning rate, fewer generator steps or another seed."
            .formatted(iteration, limits.patience(), limits.smallestSpread(), spread));
  }
}
