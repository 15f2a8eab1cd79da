package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.AdamSpec;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.optimizer.Sgd;
import io.mien.networks.parameter.Parameters;

/**
 * How a classifier's weights change.
 *
 * @param learningRate the schedule's base
 * @param momentum of SGD; AdamW uses 0.9 and 0.999
 */
public record ClassifierOptimizer(
    Kind kind, double learningRate, double momentum, double weightDecay) {
  /** Rule of change. */
  public enum Kind {
    @JsonProperty("sgd")
    SGD,
    @JsonProperty("adamw")
    ADAMW
  }

  public ClassifierOptimizer {
    if (!(learningRate > 0 && weightDecay >= 0)) {
      throw new IllegalArgumentException(
          "The learning rate must be positive and the decay not negative; found %s, %s."
              .formatted(learningRate, weightDecay));
    }
  }

  Optimizer over(Parameters weights) {
    return switch (kind) {
      case SGD -> new Sgd(weights, momentum, weightDecay);
      case ADAMW -> new Adam(weights, new AdamSpec(learningRate, 0.9, 0.999, weightDecay));
    };
  }
}
