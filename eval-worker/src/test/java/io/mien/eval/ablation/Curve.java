package io.mien.eval.ablation;

import java.util.Comparator;
import java.util.List;

/** The measurements of one training, in the order of its iterations. */
record Curve(List<Measurement> points) {

  static Curve of(List<Measurement> results, String arm, long seed) {
    return new Curve(
        results.stream()
            .filter(found -> found.arm().equals(arm) && found.seed() == seed)
            .sorted(Comparator.comparingLong(Measurement::iteration))
            .toList());
  }

  Measurement last() {
    return points.get(points.size() - 1);
  }

  double bestAccuracy() {
    return points.stream().mapToDouble(Measure.ACCURACY::of).max().orElseThrow();
  }

  /** A measure where the training first reaches an accuracy, between two points by a line. */
  double at(Measure measure, double accuracy) {
    double before = Measure.ACCURACY.of(points.get(0));
    for (int i = 0; i < points.size(); i++) {
      double now = Measure.ACCURACY.of(points.get(i));
      if (now >= accuracy) {
        double value = measure.of(points.get(i));
        if (i == 0 || now == before) {
          return value;
        }
        double earlier = measure.of(points.get(i - 1));
        return earlier + (value - earlier) * (accuracy - before) / (now - before);
      }
      before = now;
    }
    throw new IllegalArgumentException(
        "%s of seed %d never reaches %.1f %%, only %.1f %%."
            .formatted(last().arm(), last().seed(), accuracy, bestAccuracy()));
  }
}
