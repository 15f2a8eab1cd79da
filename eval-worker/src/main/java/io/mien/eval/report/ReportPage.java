package io.mien.eval.report;

import io.mien.contracts.event.Measure;
import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * The report as one HTML file that needs nothing beside it: figures, gallery, confusion matrices,
 * curves, how it was measured.
 */
public final class ReportPage {

  private final EvaluationMeasures measures;
  private final Gallery gallery;
  private final Map<String, List<Measure>> curves;

  /**
   * @param curves points of the training curves by the title of the chart they belong to
   */
  public ReportPage(
      EvaluationMeasures measures, Gallery gallery, Map<String, List<Measure>> curves) {
    this.measures = measures;
    this.gallery = gallery;
    this.curves = Map.copyOf(curves);
  }

  public String html() {
    return """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
        <title>Mien: evaluation</title><style>%s</style></head><body>
        <h1>The same face, another expression</h1>
        %s<section class="figures">%s</section>
        <h2>Gallery</h2>
        <p>%s First column: the input; then each expression, generated.</p>
        %s
        <img class="gallery" alt="inputs beside their generated expressions" src="data:image/png;base64,%s">
        <h2>Target expression accuracy</h2>%s
        <h2>What the judge saw in the generated faces</h2>%s
        <h2>The judge on real test faces</h2>%s
        %s
        <h2>How this was measured</h2>%s
        </body></html>
        """
        .formatted(
            STYLE,
            SplitWarning.html(measures.leak()),
            figures(),
            SplitWarning.people(measures.leak()),
            columns(),
            Base64.getEncoder().encodeToString(gallery.png()),
            perExpression(),
            ConfusionTable.html(measures.labels(), measures.confusion(), "target"),
            ConfusionTable.html(measures.labels(), measures.classifierConfusion(), "truth"),
            charts(),
            method());
  }

  private String figures() {
    return figure("classifier on real test faces", measures.classifierAccuracy())
        + figure("target expression accuracy", measures.targetExpressionAccuracy())
        + figure("the same for copying the input", measures.copyAccuracy())
        + String.format(
            Locale.ROOT,
            "<div><b>%.1f dB</b><span>cycle PSNR</span><small>SSIM %.3f, L1 %.4f, %d images</small></div>",
            measures.reconstruction().psnrDb(),
            measures.reconstruction().ssim(),
            measures.reconstruction().l1(),
            measures.reconstruction().images());
  }

  private String columns() {
    StringBuilder html = new StringBuilder("<div class='columns'>");
    gallery
        .columns()
        .forEach(column -> html.append("<span>").append(Html.escape(column)).append("</span>"));
    return html.append("</div>").toString();
  }

  private static String figure(String name, Rate rate) {
    return "<div><b>%s</b><span>%s</span><small>%s to %s, n = %d</small></div>"
        .formatted(
            percent(rate.value()), name, percent(rate.low()), percent(rate.high()), rate.total());
  }

  private String perExpression() {
    StringBuilder html = new StringBuilder("<table class='bars'>");
    for (String label : measures.labels()) {
      Rate rate = measures.perExpression().get(label);
      if (rate != null) {
        html.append(
            String.format(
                Locale.ROOT,
                "<tr><th>%s</th><td><i style='width:%.1f%%'></i></td><td>%s <small>%s to %s, n = %d</small></td></tr>",
                Html.escape(label),
                rate.value() * 100,
                percent(rate.value()),
                percent(rate.low()),
                percent(rate.high()),
                rate.total()));
      }
    }
    return html.append("</table>").toString();
  }

  private String charts() {
    StringBuilder html = new StringBuilder();
    curves.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            chart ->
                html.append("<h2>")
                    .append(Html.escape(chart.getKey()))
                    .append("</h2>")
                    .append(new CurveChart(chart.getValue()).svg()));
    return html.toString();
  }

  private String method() {
    return """
        <p>%s</p>
        <p>The judge is a residual network (ResNet) that had no part in training the generator. %s Target expression accuracy counts every
        test face in every expression other than its own, and asks whether the judge's first choice is the expression asked for. Copying the
        input is judged in the same way: it must score near 0. Intervals are 95 %% Wilson score intervals over images; images of one person
        are not independent, so the true intervals are somewhat wider. Reconstruction is that of G(G(x, t), s) with the intermediate image
        quantised to 8 bits.</p>
        %s
        """
        .formatted(
            Html.escape(Objects.requireNonNullElse(measures.training(), "")),
            SplitWarning.method(measures.leak(), measures.subjects()),
            TermsLine.html(measures.terms()));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  private static final String STYLE =
      """
      :root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 20%,transparent)}
      body{font:15px/1.5 system-ui,sans-serif;max-width:1080px;margin:2rem auto;padding:0 1rem}
      h1{font-size:1.9rem;margin-bottom:.5rem}h2{margin-top:2.2rem;font-size:1.2rem}
      .figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(200px,1fr));gap:1rem}
      .figures div{border:1px solid var(--line);border-radius:12px;padding:1rem}
      .figures b{font-size:1.8rem;display:block}.figures span{display:block}small{opacity:.65;display:block;font-size:.75rem}
      .columns{display:flex}.columns span{flex:1;text-align:center;font-size:.85rem}
      .gallery{width:100%;image-rendering:auto;border-radius:12px}
      table{border-collapse:collapse}.confusion{width:100%;table-layout:fixed}.confusion td,.confusion th{padding:.4rem;text-align:center;
      border:1px solid var(--line);font-weight:normal;overflow-wrap:anywhere}.bars{width:100%}.bars th{text-align:left;font-weight:normal;width:7rem}
      .bars td:nth-child(2){width:60%;background:color-mix(in srgb,currentColor 8%,transparent)}.bars i{display:block;height:1.2rem;background:#4f7cff}
      .bars td:nth-child(3){padding-left:1rem}
      svg{width:100%;height:auto}svg .frame{fill:none;stroke:var(--line)}svg text{font:11px system-ui;fill:currentColor;opacity:.7}
      .warning{border:2px solid #d1242f;border-radius:12px;padding:.8rem 1rem}
      .legend{font-size:.85rem}
      """;
}
