package io.mien.networks.stargan;

import java.util.List;
import java.util.Map;

/**
 * Losses of one generator step.
 *
 * @param cycled −mean realness of the cycled images to a critic of reconstructions
 * @param spread how much the generated images differ from each other, relative to the real ones of
 *     the batch: mean over pixels of the variance over the batch, then the root of the ratio; near
 *     0 when the generator has collapsed, 1 for a batch of one
 * @param gradientNorm ‖∇ total‖₂ over all weights
 */
public record GeneratorLosses(
    double fake,
    double classification,
    double reconstruction,
    double change,
    double pairs,
    double cycled,
    double total,
    double spread,
    double gradientNorm) {

  /** Under the names of the dashboard's curves. */
  public void putInto(Map<String, Double> losses) {
    losses.put("generator/fake", fake);
    losses.put("generator/classification", classification);
    losses.put("generator/reconstruction", reconstruction);
    losses.put("generator/change", change);
    losses.put("generator/pairs", pairs);
    losses.put("generator/cycled", cycled);
    losses.put("generator/total", total);
    losses.put("spread/generator", spread);
    losses.put("gradientNorm/generator", gradientNorm);
  }

  /** The losses of a step whose batch came in equal parts. */
  static GeneratorLosses mean(List<GeneratorLosses> parts, double gradientNorm) {
    MeanLoss<GeneratorLosses> mean = new MeanLoss<>(parts);
    return new GeneratorLosses(
        mean.of(GeneratorLosses::fake),
        mean.of(GeneratorLosses::classification),
        mean.of(GeneratorLosses::reconstruction),
        mean.of(GeneratorLosses::change),
        mean.of(GeneratorLosses::pairs),
        mean.of(GeneratorLosses::cycled),
        mean.of(GeneratorLosses::total),
        mean.of(GeneratorLosses::spread),
        gradientNorm);
  }
}
