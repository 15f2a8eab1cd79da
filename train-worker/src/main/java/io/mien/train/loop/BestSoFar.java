package io.mien.train.loop;

import io.mien.contracts.event.Measure;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.BestCheckpoint;
import io.mien.contracts.task.KeepBest;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Finds the best moment of a training by one of its curves. One thread owns it. */
public final class BestSoFar {

  private final @Nullable KeepBest wanted;
  private @Nullable BestCheckpoint best;
  private OptionalDouble bar;

  private BestSoFar(@Nullable KeepBest wanted, Optional<EarlierBest> earlier) {
    this.wanted = wanted;
    this.best = earlier.map(EarlierBest::checkpoint).orElse(null);
    this.bar =
        earlier.map(found -> OptionalDouble.of(found.value())).orElse(OptionalDouble.empty());
  }

  /** For trainings that keep none. */
  public static BestSoFar none() {
    return new BestSoFar(null, Optional.empty());
  }

  /**
   * @param earlier what the attempts before have found
   */
  public static BestSoFar of(@Nullable KeepBest wanted, Optional<EarlierBest> earlier) {
    return new BestSoFar(wanted, wanted == null ? Optional.empty() : earlier);
  }

  Optional<BestCheckpoint> best() {
    return Optional.ofNullable(best);
  }

  void take(BestCheckpoint better) {
    best = better;
    bar = OptionalDouble.of(better.value());
  }

  /**
   * The measure at an iteration, if it is time to compare and it is better than all before.
   *
   * @param curves points of all curves so far; asked only when it is time
   * @throws InvalidInput {@code invalid-training} when no curve has the measure's name
   */
  OptionalDouble betterAt(long iteration, Supplier<List<Measure>> curves) {
    if (wanted == null || iteration % wanted.every() != 0) {
      return OptionalDouble.empty();
    }
    List<Measure> points = curves.get();
    List<Double> values =
        points.stream()
            .filter(point -> point.name().equals(wanted.measure()))
            .map(Measure::value)
            .toList();
    if (values.isEmpty()) {
      requireKnown(wanted.measure(), points);
    }
    if (values.size() < wanted.window()) {
      return OptionalDouble.empty();
    }
    double value = median(values.subList(values.size() - wanted.window(), values.size()));
    return bar.isEmpty() || wanted.prefers(value, bar.getAsDouble())
        ? OptionalDouble.of(value)
        : OptionalDouble.empty();
  }

  String measure() {
    return wanted == null ? "" : wanted.measure();
  }

  /** A warm-up reports less than what comes after it: nothing is missing before the generator. */
  private static void requireKnown(String measure, List<Measure> points) {
    TreeSet<String> names = new TreeSet<>();
    points.forEach(point -> names.add(point.name()));
    if (names.contains("generator/total")) {
      throw new InvalidInput(
          "invalid-training",
          "Keep the state with the best '%s': this training has no such measure. It reports %s."
              .formatted(measure, names));
    }
  }

  private static double median(List<Double> values) {
    double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
