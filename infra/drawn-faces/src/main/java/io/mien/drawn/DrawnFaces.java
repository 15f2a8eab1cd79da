package io.mien.drawn;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a drawn dataset by hand; for programs there is {@link DrawnDataset}. */
public final class DrawnFaces {

  private static final String USAGE =
      """
      Usage: DrawnFaces --out <directory> [--people 20] [--shots 4] [--size 128] [--seed 1]
                        [--layout csv-legend] [--weakest 0.55] [--strongest 1] [--blend 0]
                        [--poses straight | all | full-left,half-left,…]
      """;

  private final Map<String, String> options;

  private DrawnFaces(Map<String, String> options) {
    this.options = options;
  }

  public static void main(String[] arguments) throws IOException {
    System.setProperty("java.awt.headless", "true");
    try {
      new DrawnFaces(options(arguments)).write(System.out);
    } catch (IllegalArgumentException wrong) {
      System.err.println(wrong.getMessage());
      System.err.print(USAGE);
      System.exit(2);
    }
  }

  private static Map<String, String> options(String[] arguments) {
    Map<String, String> options =
        new HashMap<>(
            Map.of(
                "--people", "20",
                "--shots", "4",
                "--size", "128",
                "--seed", "1",
                "--layout", Layout.CSV_LEGEND.label(),
                "--weakest", "" + IntensityRange.DEFAULT.weakest(),
                "--strongest", "" + IntensityRange.DEFAULT.strongest(),
                "--blend", "0",
                "--poses", Pose.STRAIGHT.label(),
                "--out", ""));
    for (int i = 0; i < arguments.length; i += 2) {
      if (!options.containsKey(arguments[i]) || i + 1 == arguments.length) {
        throw new IllegalArgumentException("Unknown option or missing value: " + arguments[i]);
      }
      options.put(arguments[i], arguments[i + 1]);
    }
    return options;
  }

  private void write(PrintStream out) throws IOException {
    if (option("--out").isEmpty()) {
      throw new IllegalArgumentException("--out is missing");
    }
    Path root = Path.of(option("--out"));
    long start = System.nanoTime();
    WriteSummary summary = dataset().write(root, layout(), DrawnFaces::report);
    out.printf(
        "%s: %d pictures written, %d kept, %d ms%n",
        root, summary.written(), summary.kept(), (System.nanoTime() - start) / 1_000_000);
  }

  private DrawnDataset dataset() {
    return DrawnDataset.of(integer("--people"), integer("--shots"))
        .withSize(integer("--size"))
        .withSeed(Long.parseLong(option("--seed")))
        .withIntensity(number("--weakest"), number("--strongest"))
        .withBlend(number("--blend"))
        .withPoses(poses());
  }

  private Pose[] poses() {
    String wanted = option("--poses");
    return wanted.equals("all")
        ? Pose.values()
        : Arrays.stream(wanted.split(",")).map(Pose::labelled).toArray(Pose[]::new);
  }

  private Layout layout() {
    String wanted = option("--layout");
    return Arrays.stream(Layout.values())
        .filter(layout -> layout.label().equals(wanted))
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("No layout " + wanted + ", only " + names()));
  }

  private static String names() {
    return Arrays.stream(Layout.values()).map(Layout::label).collect(Collectors.joining(", "));
  }

  private static void report(int done, int total) {
    if (done % 500 == 0) {
      System.err.println(done + " of " + total);
    }
  }

  private int integer(String name) {
    return Integer.parseInt(option(name));
  }

  private double number(String name) {
    return Double.parseDouble(option(name));
  }

  private String option(String name) {
    return options.getOrDefault(name, "");
  }
}
