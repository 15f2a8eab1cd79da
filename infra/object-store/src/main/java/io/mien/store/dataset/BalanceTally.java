package io.mien.store.dataset;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelBalance;
import io.mien.contracts.dataset.LabelBalance.Appearance;
import io.mien.contracts.dataset.LabelBalance.Association;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what the expressions of crops go together with. */
final class BalanceTally {

  private static final String COLOUR = "crop colour";

  /** A column of more values numbers or measures something. */
  private static final int MOST_VALUES = 50;

  /** Below it, a crop is grey but for what its compression left. */
  private static final double GREY = 0.02;

  private final Map<String, ContingencyTable> columns = new TreeMap<>();
  private final Map<String, Looks> looks = new TreeMap<>();

  /** Sums over the crops of an expression. */
  private static final class Looks {
    private int crops;
    private double luminance;
    private double saturation;
    private int withSaturation;
  }

  void count(CropRecord crop) {
    String expression = crop.expression();
    if (expression == null) {
      return;
    }
    crop.attributes().forEach((column, value) -> add(column, value, expression));
    Double saturation = crop.quality().saturation();
    Looks sums = looks.computeIfAbsent(expression, label -> new Looks());
    sums.crops++;
    sums.luminance += crop.quality().brightness();
    if (saturation != null) {
      sums.saturation += saturation;
      sums.withSaturation++;
      add(COLOUR, saturation < GREY ? "grey" : "coloured", expression);
    }
  }

  private void add(String column, String value, String expression) {
    columns
        .computeIfAbsent(column, name -> new ContingencyTable(MOST_VALUES))
        .count(value, expression);
  }

  LabelBalance balance() {
    List<Association> associations = new ArrayList<>();
    columns.forEach(
        (column, table) ->
            table
                .cramersV()
                .ifPresent(
                    v ->
                        associations.add(
                            new Association(
                                column, rounded(v, 1000), table.values(), table.total()))));
    associations.sort(
        Comparator.comparingDouble(Association::cramersV)
            .reversed()
            .thenComparing(Association::column));
    Map<String, Appearance> appearance = new TreeMap<>();
    looks.forEach((expression, sums) -> appearance.put(expression, mean(sums)));
    return new LabelBalance(associations, appearance);
  }

  private static Appearance mean(Looks sums) {
    Double saturation =
        sums.withSaturation == 0 ? null : rounded(sums.saturation / sums.withSaturation, 1000);
    return new Appearance(sums.crops, rounded(sums.luminance / sums.crops, 10), saturation);
  }

  private static double rounded(double value, int parts) {
    return (double) Math.round(value * parts) / parts;
  }
}
