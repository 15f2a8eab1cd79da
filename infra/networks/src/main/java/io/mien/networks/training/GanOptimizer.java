package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.networks.optimizer.Adam;
import io.mien.networks.optimizer.AdamSpec;
import io.mien.networks.optimizer.Optimizer;
import io.mien.networks.optimizer.RmsProp;
import io.mien.networks.parameter.Parameters;

/**
 * How the weights of a GAN change.
 *
 * @param learningRate the schedule's base
 * @param beta1 Adam's share of the past in the mean; RMSprop has none
 * @param beta2 share of the past in the mean of squares: Adam's β₂, RMSprop's α
 */
public record GanOptimizer(Kind kind, double learningRate, double beta1, double beta2) {
  /** Rule of change. */
  public enum Kind {
    @JsonProperty("adam")
    ADAM,
    @JsonProperty("rmsprop")
    RMSPROP
  }

  public GanOptimizer {
    if (!(learningRate > 0 && beta1 >= 0 && beta1 < 1 && beta2 >= 0 && beta2 < 1)) {
      throw new IllegalArgumentException(
          "An optimiser needs a rate > 0 and 0 <= beta < 1; found %s, %s, %s."
              .formatted(learningRate, beta1, beta2));
    }
  }

  public static GanOptimizer adam(double learningRate, double beta1, double beta2) {
    return new GanOptimizer(Kind.ADAM, learningRate, beta1, beta2);
  }

  public static GanOptimizer rmsProp(double learningRate, double alpha) {
    return new GanOptimizer(Kind.RMSPROP, learningRate, 0, alpha);
  }

  Optimizer over(Parameters weights) {
    return switch (kind) {
      case ADAM -> new Adam(weights, AdamSpec.of(learningRate, beta1, beta2));
      case RMSPROP -> new RmsProp(weights, beta2);
    };
  }
}
