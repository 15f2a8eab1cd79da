package io.mien.store.dataset;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** How often each value of a column occurs with each label. */
final class ContingencyTable {

  private final int mostValues;
  private final Map<String, Map<String, Integer>> counts = new HashMap<>();
  private final Set<String> labels = new HashSet<>();
  private int total;

  /**
   * @param mostValues a column of more has no measure
   */
  ContingencyTable(int mostValues) {
    this.mostValues = mostValues;
  }

  void count(String value, String label) {
    if (counts.size() <= mostValues) {
      counts.computeIfAbsent(value, each -> new HashMap<>()).merge(label, 1, Integer::sum);
      labels.add(label);
      total++;
    }
  }

  int values() {
    return counts.size();
  }

  int total() {
    return total;
  }

  /**
   * Cramér's V, 0 to 1, with the correction of its bias in small samples (Bergsma 2013, A bias
   * correction for Cramér's V and Tschuprow's T, equations 6 to 8). Empty when one value or one
   * label is alone, or the values are too many.
   */
  OptionalDouble cramersV() {
    int rows = counts.size();
    int columns = labels.size();
    if (rows < 2 || columns < 2 || rows > mostValues || total < 2) {
      return OptionalDouble.empty();
    }
    double free = (rows - 1.0) * (columns - 1.0) / (total - 1.0);
    double phi2 = Math.max(0, chiSquare() / total - free);
    double smaller = Math.min(corrected(rows), corrected(columns)) - 1;
    return OptionalDouble.of(smaller <= 0 ? 0 : Math.min(1, Math.sqrt(phi2 / smaller)));
  }

  private double corrected(int categories) {
    return categories - (categories - 1.0) * (categories - 1.0) / (total - 1.0);
  }

  private double chiSquare() {
    Map<String, Integer> ofLabel = new HashMap<>();
    counts
        .values()
        .forEach(row -> row.forEach((label, count) -> ofLabel.merge(label, count, Integer::sum)));
    double sum = 0;
    for (Map<String, Integer> row : counts.values()) {
      double ofValue = row.values().stream().mapToInt(Integer::intValue).sum();
      for (Map.Entry<String, Integer> label : ofLabel.entrySet()) {
        double expected = ofValue * label.getValue() / total;
        double difference = row.getOrDefault(label.getKey(), 0) - expected;
        sum += difference * difference / expected;
      }
    }
    return sum;
  }
}
