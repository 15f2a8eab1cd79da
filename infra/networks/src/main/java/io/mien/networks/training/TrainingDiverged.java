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
    losses.forEach(
        (name, value) -> {
          if (!(Math.abs(value) < LIMIT)) {
            throw new TrainingDiverged(
                "Training diverged at iteration %d: %s is %s. Losses: %s. Continue from the last checkpoint with a lower learning rate."
                    .formatted(iteration, name, value, losses));
          }
        });
  }
}
