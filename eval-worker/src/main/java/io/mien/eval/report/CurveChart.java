package io.mien.eval.report;

import io.mien.contracts.event.Measure;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Curves over iterations as an SVG picture; all in one frame, each in its own colour, with the
 * range written at the axes.
 */
final class CurveChart {

  private static final int WIDTH = 720;
  private static final int HEIGHT = 260;
  private static final int LEFT = 60;
  private static final int BOTTOM = 30;
  private static final int TOP = 10;
  private static final int MOST_POINTS = 400;
  private static final String[] COLOURS = {
    "#4f7cff", "#e4572e", "#2e933c", "#a05cc8", "#c99a06", "#17a2b8", "#d6336c", "#6c757d"
  };

  private final Map<String, List<Measure>> curves;
  private final double lowest;
  private final double highest;
  private final long last;

  /**
   * @param measures points of any number of curves
   */
  CurveChart(List<Measure> measures) {
    this.curves =
        measures.stream()
            .collect(Collectors.groupingBy(Measure::name, TreeMap::new, Collectors.toList()));
    this.lowest = measures.stream().mapToDouble(Measure::value).min().orElse(0);
    this.highest =
        Math.max(measures.stream().mapToDouble(Measure::value).max().orElse(1), lowest + 1e-9);
    this.last = Math.max(1, measures.stream().mapToLong(Measure::iteration).max().orElse(1));
  }

  String svg() {
    StringBuilder svg = new StringBuilder();
    svg.append("<svg viewBox='0 0 %d %d' role='img'>".formatted(WIDTH, HEIGHT));
    svg.append(
        "<rect x='%d' y='%d' width='%d' height='%d' class='frame'/>"
            .formatted(LEFT, TOP, WIDTH - LEFT - 10, HEIGHT - TOP - BOTTOM));
    label(svg, LEFT - 6, TOP + 10, "end", number(highest));
    label(svg, LEFT - 6, HEIGHT - BOTTOM, "end", number(lowest));
    label(svg, LEFT, HEIGHT - 8, "start", "0");
    label(svg, WIDTH - 10, HEIGHT - 8, "end", last + " iterations");
    int index = 0;
    for (Map.Entry<String, List<Measure>> curve : curves.entrySet()) {
      String colour = COLOURS[index++ % COLOURS.length];
      svg.append(
          "<polyline fill='none' stroke='%s' points='%s'/>"
              .formatted(colour, points(curve.getValue())));
    }
    return svg.append("</svg>").append(legend()).toString();
  }

  private String points(List<Measure> curve) {
    int step = Math.max(1, curve.size() / MOST_POINTS);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < curve.size(); i += step) {
      Measure point = curve.get(i);
      double x = LEFT + (double) point.iteration() / last * (WIDTH - LEFT - 10);
      double y = TOP + (highest - point.value()) / (highest - lowest) * (HEIGHT - TOP - BOTTOM);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return points.toString().strip();
  }

  private String legend() {
    StringBuilder legend = new StringBuilder("<p class='legend'>");
    int index = 0;
    for (String name : curves.keySet()) {
      legend.append(
          "<span style='color:%s'>■</span> %s &ensp;"
              .formatted(COLOURS[index++ % COLOURS.length], Html.escape(name)));
    }
    return legend.append("</p>").toString();
  }

  private static void label(StringBuilder svg, int x, int y, String anchor, String text) {
    svg.append("<text x='%d' y='%d' text-anchor='%s'>%s</text>".formatted(x, y, anchor, text));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.3g", value);
  }
}
