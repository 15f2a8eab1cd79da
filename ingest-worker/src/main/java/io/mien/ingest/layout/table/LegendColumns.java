package io.mien.ingest.layout.table;

import io.mien.contracts.dataset.Split;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.Label;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The columns by which tables name pictures, expressions, people and parts. */
final class LegendColumns {

  static final List<String> IMAGE =
      List.of("image", "file_name", "filename", "file", "path", "image_path", "image_id");
  static final List<String> LABEL = List.of("emotion", "expression", "label", "class");
  static final List<String> SUBJECT =
      List.of("subject", "subject_id", "person", "person_id", "identity");
  private static final List<String> PART = List.of("partition", "split", "usage");

  private LegendColumns() {}

  static boolean contain(List<String> columns, List<String> names) {
    return columns.stream().anyMatch(column -> names.stream().anyMatch(column::equalsIgnoreCase));
  }

  /** Whether a column remains that may tell something of a face. */
  static boolean containAttributes(List<String> columns) {
    return columns.stream()
        .filter(column -> !column.isBlank())
        .map(List::of)
        .anyMatch(
            column ->
                !contain(column, IMAGE) && !contain(column, SUBJECT) && !contain(column, PART));
  }

  /** The label that a row gives; where the table has no such column, none is given. */
  static Label label(TableRow row, List<String> columns) {
    if (!contain(columns, LABEL)) {
      return new Label.NotGiven();
    }
    return row.cell(LABEL)
        .map(Label::of)
        .orElseGet(() -> new Label.Missing("line %d has no label".formatted(row.number())));
  }

  /** Every other column, and the official part under its own name. */
  static Map<String, String> attributes(TableRow row) {
    Map<String, String> attributes = row.without(List.of(IMAGE, LABEL, SUBJECT));
    List.copyOf(attributes.keySet()).stream()
        .filter(Columns.POSE::equalsIgnoreCase)
        .forEach(column -> attributes.put(Columns.POSE, attributes.remove(column)));
    Optional<Split> part = part(row);
    if (part.isPresent()) {
      attributes.keySet().removeIf(column -> contain(List.of(column), PART));
      attributes.put(Columns.PARTITION, part.get().wireName());
    }
    return attributes;
  }

  /** The official part that a row tells. */
  static Optional<Split> part(TableRow row) {
    return row.cell(PART).flatMap(Columns::part);
  }
}
