package io.mien.networks.training;

import java.util.Map;

/**
 * What one step did.
 *
 * @param iteration iterations done, this one included
 * @param losses by curve, such as {@code critic/total}; a curve without a value in this step is
 *     absent
 * @param learningRates by network
 * @param imagesPerSecond of this step alone
 */
public record TrainingStep(
    long iteration,
    long iterations,
    Map<String, Double> losses,
    Map<String, Double> learningRates,
    double imagesPerSecond) {
  public TrainingStep {
    losses = Map.copyOf(losses);
    learningRates = Map.copyOf(learningRates);
  }
}
