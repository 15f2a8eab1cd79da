package io.mien.cli.terminal;

import io.mien.contracts.result.EvaluationMeasures;
import io.mien.contracts.result.Rate;
import java.io.PrintStream;
import java.util.Locale;

/** The figures of an evaluation, each rate with its sample size and 95 % Wilson interval. */
public final class MeasuresTable {

  private MeasuresTable() {}

  public static void print(EvaluationMeasures measures, PrintStream out) {
    Table table = new Table("MEASURE", "VALUE", "95 % INTERVAL", "SAMPLES");
    row(table, "classifier accuracy on real test faces", measures.classifierAccuracy());
    row(table, "target expression accuracy", measures.targetExpressionAccuracy());
    table.row("  mean over expressions", percent(measures.targetExpressionMacro()), "", "");
    for (String label : measures.labels()) {
      Rate rate = measures.perExpression().get(label);
      if (rate != null) {
        row(table, "  → " + label, rate);
      }
    }
    row(table, "the same for copying the input", measures.copyAccuracy());
    EvaluationMeasures.Reconstruction reconstruction = measures.reconstruction();
    table.row(
        "cycle reconstruction",
        String.format(Locale.ROOT, "L1 %.4f", reconstruction.l1()),
        String.format(
            Locale.ROOT, "PSNR %.1f dB, SSIM %.3f", reconstruction.psnrDb(), reconstruction.ssim()),
        reconstruction.images());
    table.row("test people", measures.subjects(), "", "");
    table.print(out);
    if (measures.training() != null) {
      out.println("Generator: " + measures.training());
    }
    LeakWarning.print(measures.leak(), out);
  }

  private static void row(Table table, String name, Rate rate) {
    table.row(
        name,
        percent(rate.value()),
        percent(rate.low()) + " to " + percent(rate.high()),
        rate.total());
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
