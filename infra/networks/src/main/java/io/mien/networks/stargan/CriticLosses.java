package io.mien.networks.stargan;

import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

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
    ToDoubleFunction<ToDoubleFunction<CriticLosses>> mean =
        loss -> parts.stream().mapToDouble(loss).sum() / parts.size();
    return new CriticLosses(
        mean.applyAsDouble(CriticLosses::real),
        mean.applyAsDouble(CriticLosses::fake),
        mean.applyAsDouble(CriticLosses::classification),
        mean.applyAsDouble(CriticLosses::penalty),
        mean.applyAsDouble(CriticLosses::total),
        gradientNorm);
  }
}
