package io.mien.ingest.layout.table;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One row of a table.
 *
 * @param number of the row, counted from 1 with the header
 * @param cells what stands in the columns, by their names as written; empty where nothing does
 */
record TableRow(long number, Map<String, String> cells) {

  /**
   * The cell of the first of these columns that there is, in any case; empty when there is none or
   * nothing stands in it. Another column never stands in for an empty cell.
   */
  Optional<String> cell(List<String> names) {
    return column(names).map(cells::get).filter(cell -> !cell.isEmpty());
  }

  /** The filled cells of all columns but these. */
  Map<String, String> without(List<List<String>> names) {
    Map<String, String> rest = new LinkedHashMap<>(cells);
    names.forEach(each -> column(each).ifPresent(rest::remove));
    rest.values().removeIf(String::isEmpty);
    return rest;
  }

  private Optional<String> column(List<String> names) {
    return names.stream()
        .flatMap(name -> cells.keySet().stream().filter(name::equalsIgnoreCase))
        .findFirst();
  }
}
