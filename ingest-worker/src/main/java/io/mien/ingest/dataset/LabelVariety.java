package io.mien.ingest.dataset;

import io.mien.ingest.layout.Columns;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether there is anything to tell apart in pictures that are looked at one by one. */
final class LabelVariety {

  private final SortedSet<String> expressions = new TreeSet<>();
  private final Map<String, String> first = new HashMap<>();
  private boolean aColumnDiffers;

  void add(@Nullable String expression, Map<String, String> attributes) {
    if (expression != null) {
      expressions.add(expression);
    }
    for (Map.Entry<String, String> cell : attributes.entrySet()) {
      String before = first.putIfAbsent(cell.getKey(), cell.getValue());
      boolean differs = before != null && !before.equals(cell.getValue());
      aColumnDiffers |= differs && Columns.tellOfTheFace(cell.getKey());
    }
  }

  /** Two expressions, or another column that differs between faces. */
  boolean isThere() {
    return expressions.size() >= 2 || aColumnDiffers;
  }

  SortedSet<String> expressions() {
    return expressions;
  }
}
