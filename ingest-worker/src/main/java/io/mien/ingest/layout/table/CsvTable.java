package io.mien.ingest.layout.table;

import io.mien.contracts.failure.InvalidInput;
import io.mien.ingest.source.SourceFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * A table with a header, separated by commas, semicolons or tabs. Row for row, so that it may be
 * larger than the memory.
 */
final class CsvTable {

  private static final int LONGEST_HEADER = 1 << 16;

  private CsvTable() {}

  /**
   * The names in the first line, as written.
   *
   * @throws InvalidInput {@code legend-unreadable}
   */
  static List<String> columns(SourceFile file) {
    try {
      String header = header(file);
      try (CSVParser parser = CSVParser.parse(new StringReader(header), format(header))) {
        return parser.getHeaderNames().stream().map(String::strip).toList();
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  /** Whether it has columns of all these names, in any case; false when it cannot be read. */
  static boolean has(SourceFile file, List<String> names) {
    try {
      List<String> columns = columns(file);
      return names.stream()
          .allMatch(name -> columns.stream().anyMatch(column -> column.equalsIgnoreCase(name)));
    } catch (InvalidInput e) {
      return false;
    }
  }

  /**
   * Hands over row after row.
   *
   * @throws InvalidInput {@code legend-unreadable}
   */
  static void forEach(SourceFile file, Consumer<TableRow> consumer) {
    try {
      CSVFormat format = format(header(file));
      try (BufferedReader text = TextFile.open(file);
          CSVParser parser = CSVParser.parse(text, format)) {
        List<String> columns = parser.getHeaderNames();
        parser.forEach(record -> consumer.accept(row(record, columns)));
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  private static TableRow row(CSVRecord record, List<String> columns) {
    Map<String, String> cells = new LinkedHashMap<>();
    for (int i = 0; i < columns.size(); i++) {
      if (!columns.get(i).isBlank()) {
        String cell = i < record.size() ? record.get(i).strip() : "";
        cells.putIfAbsent(columns.get(i).strip(), cell);
      }
    }
    return new TableRow(record.getRecordNumber() + 1, cells);
  }

  /** The first line, or its beginning. */
  static String header(SourceFile file) throws IOException {
    try (BufferedReader text = TextFile.open(file)) {
      char[] buffer = new char[LONGEST_HEADER];
      int length = 0;
      int read = 0;
      while (length < buffer.length && read >= 0) {
        length += read;
        read = text.read(buffer, length, buffer.length - length);
      }
      return new String(buffer, 0, length).lines().findFirst().orElse("");
    }
  }

  private static CSVFormat format(String header) {
    char delimiter = ',';
    for (char candidate : new char[] {';', '\t'}) {
      if (header.indexOf(',') < 0 && header.indexOf(candidate) >= 0) {
        delimiter = candidate;
      }
    }
    return CSVFormat.DEFAULT
        .builder()
        .setHeader()
        .setSkipHeaderRecord(true)
        .setDelimiter(delimiter)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .setAllowMissingColumnNames(true)
        .setDuplicateHeaderMode(DuplicateHeaderMode.ALLOW_ALL)
        .get();
  }
}
