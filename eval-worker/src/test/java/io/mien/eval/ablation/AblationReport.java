package io.mien.eval.ablation;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The tables: at the end of the training, at equal target-expression accuracy, and the course. The
 * first arm of the plan is what the others are compared with, seed by seed; an arm that lacks a
 * seed is left out.
 */
record AblationReport(AblationPlan plan, List<Measurement> results) {
  private static final int DRAWS = 2000;

  String markdown() {
    List<String> arms = plan.arms().keySet().stream().filter(this::measuredForEverySeed).toList();
    StringBuilder text = new StringBuilder();
    for (String arm : arms.subList(1, arms.size())) {
      text.append(atTheEnd(arms.get(0), arm)).append('\n');
      text.append(atEqualAccuracy(arms.get(0), arm)).append('\n');
    }
    return text.append(everySeed(arms)).append(course(arms)).toString();
  }

  private boolean measuredForEverySeed(String arm) {
    return plan.seeds().stream().noneMatch(seed -> curve(arm, seed).points().isEmpty());
  }

  private String atTheEnd(String base, String arm) {
    StringBuilder text =
        new StringBuilder("\nAt the end: %s against %s\n\n".formatted(arm, base))
            .append("| measure | %s | %s | difference | 95 %% over people |\n".formatted(base, arm))
            .append("|---|---|---|---|---|\n");
    for (Measure measure : Measure.values()) {
      ToDoubleFunction<Curve> end = curve -> measure.of(curve.last());
      double[] without = overSeeds(base, end);
      double[] with = overSeeds(arm, end);
      text.append(row(measure, without, with))
          .append(" %s |\n".formatted(overPeople(measure, base, arm)));
    }
    return text.toString();
  }

  private String atEqualAccuracy(String base, String arm) {
    StringBuilder text =
        new StringBuilder("\nAt equal accuracy: %s against %s\n\n".formatted(arm, base))
            .append("| measure | %s | %s | difference |\n".formatted(base, arm))
            .append("|---|---|---|---|\n");
    double[] reached =
        plan.seeds().stream()
            .mapToDouble(
                seed -> Math.min(curve(base, seed).bestAccuracy(), curve(arm, seed).bestAccuracy()))
            .toArray();
    for (Measure measure : Measure.values()) {
      double[] without = matched(measure, base, reached);
      text.append(row(measure, without, matched(measure, arm, reached))).append('\n');
    }
    return text.toString();
  }

  private double[] matched(Measure measure, String arm, double[] accuracies) {
    return IntStream.range(0, accuracies.length)
        .mapToDouble(i -> curve(arm, plan.seeds().get(i)).at(measure, accuracies[i]))
        .toArray();
  }

  private static String row(Measure measure, double[] without, double[] with) {
    double[] differences =
        IntStream.range(0, with.length).mapToDouble(i -> with[i] - without[i]).toArray();
    return "| %s | %s | %s | %s |"
        .formatted(
            measure.title(),
            Interval.overSeeds(without),
            Interval.overSeeds(with),
            Interval.overSeeds(differences));
  }

  /** Test people drawn with replacement, the same for both arms and all seeds. */
  private Interval overPeople(Measure measure, String base, String arm) {
    int people = curve(base, plan.seeds().get(0)).last().subjects().size();
    SplittableRandom random = new SplittableRandom(1);
    double[] draws = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      int[] chosen = random.ints(people, 0, people).toArray();
      draws[draw] = difference(measure, base, arm, chosen);
    }
    int[] everybody = IntStream.range(0, people).toArray();
    return Interval.overDraws(difference(measure, base, arm, everybody), draws);
  }

  private double difference(Measure measure, String base, String arm, int[] people) {
    return plan.seeds().stream()
        .mapToDouble(
            seed -> of(measure, curve(arm, seed), people) - of(measure, curve(base, seed), people))
        .average()
        .orElseThrow();
  }

  private static double of(Measure measure, Curve curve, int[] people) {
    List<SubjectScore> all = curve.last().subjects();
    return measure.of(IntStream.of(people).mapToObj(all::get).toList());
  }

  private String everySeed(List<String> arms) {
    StringBuilder text = new StringBuilder("\nEvery training at its end\n\n").append(head("seed"));
    for (long seed : plan.seeds()) {
      for (String arm : arms) {
        Measurement end = curve(arm, seed).last();
        text.append(line(seed, arm, measure -> measure.of(end)));
      }
    }
    return text.toString();
  }

  private String course(List<String> arms) {
    StringBuilder text =
        new StringBuilder("\nMeans over seeds as the training goes\n\n").append(head("iteration"));
    for (int point = 0; point < shortest(arms); point++) {
      int at = point;
      for (String arm : arms) {
        long iteration = curve(arm, plan.seeds().get(0)).points().get(at).iteration();
        text.append(line(iteration, arm, measure -> meanAt(at, arm, measure)));
      }
    }
    return text.toString();
  }

  private double meanAt(int point, String arm, Measure measure) {
    double[] values = overSeeds(arm, curve -> measure.of(curve.points().get(point)));
    return Interval.overSeeds(values).mean();
  }

  private static String head(String of) {
    String titles =
        Stream.of(Measure.values())
            .map(measure -> " %s |".formatted(measure.title()))
            .collect(Collectors.joining());
    return "| %s | arm |%s\n|---|---|%s\n"
        .formatted(of, titles, "---|".repeat(Measure.values().length));
  }

  private static String line(long of, String arm, ToDoubleFunction<Measure> value) {
    String values =
        Stream.of(Measure.values())
            .map(measure -> " %.4g |".formatted(value.applyAsDouble(measure)))
            .collect(Collectors.joining());
    return "| %d | %s |%s\n".formatted(of, arm, values);
  }

  private int shortest(List<String> arms) {
    List<Integer> sizes = new ArrayList<>();
    arms.forEach(arm -> plan.seeds().forEach(seed -> sizes.add(curve(arm, seed).points().size())));
    return sizes.stream().min(Integer::compare).orElseThrow();
  }

  private double[] overSeeds(String arm, ToDoubleFunction<Curve> value) {
    return plan.seeds().stream()
        .mapToDouble(seed -> value.applyAsDouble(curve(arm, seed)))
        .toArray();
  }

  private Curve curve(String arm, long seed) {
    return Curve.of(results, arm, seed);
  }
}
