package io.mien.eval.report;

import java.util.List;
import java.util.Locale;

/**
 * A confusion matrix as an HTML table; each cell shows its count and is tinted by its share of the
 * row.
 */
final class ConfusionTable {

  private ConfusionTable() {}

  static String html(List<String> labels, List<List<Integer>> counts, String rows) {
    StringBuilder html =
        new StringBuilder("<table class='confusion'><thead><tr><th>" + rows + " \\ judged</th>");
    labels.forEach(label -> html.append("<th>").append(Html.escape(label)).append("</th>"));
    html.append("</tr></thead><tbody>");
    for (int row = 0; row < labels.size(); row++) {
      html.append("<tr><th>").append(Html.escape(labels.get(row))).append("</th>");
      int total = Math.max(1, counts.get(row).stream().mapToInt(Integer::intValue).sum());
      for (int column = 0; column < labels.size(); column++) {
        html.append(cell(counts.get(row).get(column), total, row == column));
      }
      html.append("</tr>");
    }
    return html.append("</tbody></table>").toString();
  }

  private static String cell(int count, int total, boolean right) {
    double share = (double) count / total;
    String colour = right ? "46,147,60" : "228,87,46";
    return String.format(
        Locale.ROOT,
        "<td style='background:rgba(%s,%.2f)'>%d<small>%.0f %%</small></td>",
        colour,
        share * 0.85,
        count,
        share * 100);
  }
}
