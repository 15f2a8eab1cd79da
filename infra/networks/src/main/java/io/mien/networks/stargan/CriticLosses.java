package io.mien.networks.stargan;

import java.util.List;
import java.util.Map;

/**
 * Losses of one critic step: total = fake − |real| part + weighted classification + penalty.
 *
 * @param gradientNorm ‖∇ total‖₂ over all weights
 */
public record CriticLosses(
    double real,
    double fake,
    double classification,
    double penalty,
    double total,
    double gradientNorm) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("critic/real", real);
    losses.put("critic/fake", fake);
    losses.put("critic/classification", classification);
    losses.put("critic/penalty", penalty);
    losses.put("critic/total", total);
    losses.put("gradientNorm/critic", gradientNorm);
  }

  /** The losses of a step whose batch came in equal parts. */
  static CriticLosses mean(List<CriticLosses> parts, double gradientNorm) {
    MeanLoss<CriticLosses> mean = new MeanLoss<>(parts);
    return new CriticLosses(
        mean.of(CriticLosses::real),
        mean.of(CriticLosses::fake),
        mean.of(CriticLosses::classification),
        mean.of(CriticLosses::penalty),
        mean.of(CriticLosses::total),
        gradientNorm);
  }
}
