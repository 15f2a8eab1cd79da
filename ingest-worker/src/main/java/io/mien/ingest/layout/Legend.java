package io.mien.ingest.layout;

import io.mien.contracts.failure.InvalidInput;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.csv.DuplicateHeaderMode;

/**
 * The table of a {@code legend.csv}; columns are found by their names in any case.
 *
 * @param columns names in lower case, by their position
 */
record Legend(Path file, List<String> columns, List<Row> rows) {

  private static final List<String> IMAGE =
      List.of("image", "file_name", "filename", "file", "path", "image_path", "image_id");
  private static final List<String> LABEL = List.of("emotion", "expression", "label", "class");
  private static final List<String> SUBJECT =
      List.of("subject", "subject_id", "person", "person_id", "identity");
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  /**
   * @param number line of the file where the row begins, counted from 1
   * @param subject empty when there is no such column
   * @param attributes the other columns that are filled
   */
  record Row(
      long number, String image, String label, String subject, Map<String, String> attributes) {}

  /**
   * @throws InvalidInput {@code legend-columns-missing} or {@code legend-unreadable}
   */
  static Legend read(Path file) {
    String text = text(file);
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format(text))) {
      List<String> columns =
          parser.getHeaderNames().stream()
              .map(name -> name.strip().toLowerCase(java.util.Locale.ROOT))
              .toList();
      int image = require(file, columns, IMAGE, "image");
      int label = require(file, columns, LABEL, "label");
      int subject = find(columns, SUBJECT).orElse(-1);
      Positions positions = new Positions(image, label, subject);
      List<Row> rows = parser.stream().map(record -> row(record, columns, positions)).toList();
      return new Legend(file, columns, rows);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw new InvalidInput(
          "legend-unreadable",
          "Cannot read %s as CSV: %s. Save it as comma-separated UTF-8."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /** Whether the first line names a column of images and one of labels. */
  static boolean hasColumns(Path file) {
    try {
      return !read(file).columns().isEmpty();
    } catch (InvalidInput e) {
      return false;
    }
  }

  private record Positions(int image, int label, int subject) {}

  private static Row row(CSVRecord values, List<String> columns, Positions at) {
    Map<String, String> attributes = new LinkedHashMap<>();
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      boolean free = i != at.image() && i != at.label() && i != at.subject();
      if (free && !columns.get(i).isEmpty() && !values.get(i).isEmpty()) {
        attributes.put(columns.get(i), values.get(i));
      }
    }
    return new Row(
        values.getRecordNumber() + 1,
        value(values, at.image()),
        value(values, at.label()),
        value(values, at.subject()),
        attributes);
  }

  private static String value(CSVRecord values, int position) {
    return position >= 0 && position < values.size() ? values.get(position).strip() : "";
  }

  private static Optional<Integer> find(List<String> columns, List<String> names) {
    return names.stream().map(columns::indexOf).filter(position -> position >= 0).findFirst();
  }

  private static int require(Path file, List<String> columns, List<String> names, String what) {
    return find(columns, names)
        .orElseThrow(
            () ->
                new InvalidInput(
                    "legend-columns-missing",
                    "Cannot read %s: no %s column among [%s]. Name one of its columns %s."
                        .formatted(
                            file, what, String.join(", ", columns), String.join(" or ", names))));
  }

  private static CSVFormat format(String text) {
    String header = text.lines().findFirst().orElse("");
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

  private static String text(Path file) {
    try {
      byte[] content = Files.readAllBytes(file);
      String text = decode(content);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      throw new InvalidInput(
          "legend-unreadable", "Cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * UTF-16 if it begins with that mark ("Unicode text" of spreadsheets); else UTF-8 unless it
   * cannot be; then Latin-1, in which older spreadsheets save.
   */
  private static String decode(byte[] content) {
    if (isUtf16(content)) {
      return new String(content, StandardCharsets.UTF_16);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      return new String(content, StandardCharsets.ISO_8859_1);
    }
  }

  private static boolean isUtf16(byte[] content) {
    if (content.length < 2) {
      return false;
    }
    int mark = (content[0] & 0xFF) << 8 | content[1] & 0xFF;
    return mark == 0xFEFF || mark == 0xFFFE;
  }
}
