package io.mien.ingest.layout.table;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Where the columns of FER2013 stand; releases order them differently and put spaces around them.
 *
 * @param usage -1 when there is none
 */
public record Fer2013Columns(int emotion, int pixels, int usage) {

  /** Empty when the line names no such columns. */
  static Optional<Fer2013Columns> of(String header) {
    List<String> names =
        cells(header).stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
    Fer2013Columns columns =
        new Fer2013Columns(
            names.indexOf("emotion"), names.indexOf("pixels"), names.indexOf("usage"));
    return columns.emotion < 0 || columns.pixels < 0 ? Optional.empty() : Optional.of(columns);
  }

  String emotion(List<String> cells) {
    return cell(cells, emotion);
  }

  String pixels(List<String> cells) {
    return cell(cells, pixels);
  }

  String usage(List<String> cells) {
    return cell(cells, usage);
  }

  /** The cells of a line; none when its quotes do not match. */
  static List<String> cells(String line) {
    try (CSVParser parser = CSVParser.parse(new StringReader(line), CSVFormat.DEFAULT)) {
      return parser.stream().findFirst().map(CSVRecord::toList).orElse(List.of());
    } catch (IOException | java.io.UncheckedIOException | IllegalStateException e) {
      return List.of();
    }
  }

  private static String cell(List<String> cells, int column) {
    return column >= 0 && column < cells.size() ? cells.get(column).strip() : "";
  }
}
