package io.mien.cli.terminal;

import io.mien.contracts.dataset.LabelBalance;
import java.io.PrintStream;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the expressions of a dataset go together with. */
public final class BalanceTable {

  private BalanceTable() {}

  /** Prints nothing where it was not measured. */
  public static void print(@Nullable LabelBalance balance, PrintStream out) {
    if (balance == null || balance.appearance().isEmpty()) {
      return;
    }
    Table looks = new Table("EXPRESSION", "CROPS", "LUMINANCE", "SATURATION");
    new TreeMap<>(balance.appearance())
        .forEach(
            (expression, mean) ->
                looks.row(
                    expression,
                    mean.crops(),
                    mean.luminance(),
                    mean.saturation() == null ? "-" : mean.saturation()));
    looks.print(out);
    if (balance.associations().isEmpty()) {
      return;
    }
    Table columns = new Table("COLUMN", "CRAMER'S V WITH EXPRESSION", "VALUES", "CROPS");
    balance
        .associations()
        .forEach(
            each ->
                columns.row(
                    each.column(),
                    String.format(Locale.ROOT, "%.3f", each.cramersV()),
                    each.values(),
                    each.crops()));
    columns.print(out);
  }
}
