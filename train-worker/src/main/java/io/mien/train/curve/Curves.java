package io.mien.train.curve;

import io.mien.contracts.event.Measure;
import io.mien.networks.training.TrainingStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The curves of one training, each value the mean over a window of iterations or, of memory, what
 * stands at its end, so that a training of any length gives at most about {@value #MOST_POINTS}
 * points a curve. Not thread-safe.
 */
public final class Curves {

  static final int MOST_POINTS = 1000;

  private final long window;
  private final List<Measure> points = new ArrayList<>();
  private final Map<String, double[]> sums = new LinkedHashMap<>();

  /**
   * @param iterations planned
   * @param earlier points of the attempts before, when a training goes on
   * @param open what they had measured since
   */
  public Curves(long iterations, List<Measure> earlier, OpenWindow open) {
    this.window = Math.max(1, iterations / MOST_POINTS);
    this.points.addAll(earlier);
    open.sums().forEach(sum -> sums.put(sum.name(), new double[] {sum.total(), sum.steps()}));
  }

  /**
   * Adds a step and returns the points that it completes, often none.
   *
   * @param gauges what stands at the end of a window, by curve; asked only then
   */
  public List<Measure> add(TrainingStep step, Supplier<Map<String, Double>> gauges) {
    step.losses().forEach(this::add);
    step.learningRates().forEach((network, rate) -> add("learningRate/" + network, rate));
    add("imagesPerSecond", step.imagesPerSecond());
    if (step.iteration() % window == 0 || step.iteration() == step.iterations()) {
      gauges.get().forEach(this::add);
      return flush(step.iteration());
    }
    return List.of();
  }

  /** Every point so far, in the order of the iterations. */
  public List<Measure> points() {
    return List.copyOf(points);
  }

  /** What is in no point so far. */
  public OpenWindow open() {
    List<OpenWindow.Sum> open = new ArrayList<>();
    sums.forEach((name, sum) -> open.add(new OpenWindow.Sum(name, sum[0], (long) sum[1])));
    return new OpenWindow(open);
  }

  private void add(String name, double value) {
    double[] sum = sums.computeIfAbsent(name, unused -> new double[2]);
    sum[0] += value;
    sum[1]++;
  }

  private List<Measure> flush(long iteration) {
    List<Measure> fresh = new ArrayList<>();
    sums.forEach((name, sum) -> fresh.add(new Measure(iteration, name, sum[0] / sum[1])));
    sums.clear();
    points.addAll(fresh);
    return fresh;
  }
}
