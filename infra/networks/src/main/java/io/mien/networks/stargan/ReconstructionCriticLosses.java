package io.mien.networks.stargan;

import java.util.List;
import java.util.Map;

/**
 * Losses of one step of the critic of reconstructions: total = real + cycled + weighted penalty.
 *
 * @param real −mean realness of real images
 * @param cycled mean realness of reconstructions
 * @param gradientNorm ‖∇ total‖₂ over all weights
 */
public record ReconstructionCriticLosses(
    double real, double cycled, double penalty, double total, double gradientNorm) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("reconstructionCritic/real", real);
    losses.put("reconstructionCritic/cycled", cycled);
    losses.put("reconstructionCritic/penalty", penalty);
    losses.put("reconstructionCritic/total", total);
    losses.put("gradientNorm/reconstructionCritic", gradientNorm);
  }

  /** The losses of a step whose batch came in equal parts. */
  static ReconstructionCriticLosses mean(
      List<ReconstructionCriticLosses> parts, double gradientNorm) {
    MeanLoss<ReconstructionCriticLosses> mean = new MeanLoss<>(parts);
    return new ReconstructionCriticLosses(
        mean.of(ReconstructionCriticLosses::real),
        mean.of(ReconstructionCriticLosses::cycled),
        mean.of(ReconstructionCriticLosses::penalty),
        mean.of(ReconstructionCriticLosses::total),
        gradientNorm);
  }
}
