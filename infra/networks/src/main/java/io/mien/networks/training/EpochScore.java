package io.mien.networks.training;

import io.mien.networks.checkpoint.CheckpointManifest.Progress;
import java.util.Map;
import java.util.Optional;

/**
 * What a network could do on the validation images after an epoch.
 *
 * @param seed that it was trained from
 * @param epoch epochs done, from 1
 * @param hits images classified rightly
 * @param loss mean cross-entropy
 */
public record EpochScore(long seed, int epoch, int hits, int total, double loss) {
  public double accuracy() {
    return (double) hits / total;
  }

  boolean betterThan(EpochScore other) {
    return hits > other.hits || (hits == other.hits && loss < other.loss);
  }

  /** As counters of a checkpoint, the loss by its bits, so that nothing is rounded. */
  void putInto(Map<String, Long> counters, String name) {
    counters.put(name + ".seed", seed);
    counters.put(name + ".epoch", (long) epoch);
    counters.put(name + ".hits", (long) hits);
    counters.put(name + ".total", (long) total);
    counters.put(name + ".lossBits", Double.doubleToRawLongBits(loss));
  }

  static Optional<EpochScore> from(Progress progress, String name) {
    if (!progress.counters().containsKey(name + ".seed")) {
      return Optional.empty();
    }
    return Optional.of(
        new EpochScore(
            progress.counter(name + ".seed"),
            (int) progress.counter(name + ".epoch"),
            (int) progress.counter(name + ".hits"),
            (int) progress.counter(name + ".total"),
            Double.longBitsToDouble(progress.counter(name + ".lossBits"))));
  }
}
