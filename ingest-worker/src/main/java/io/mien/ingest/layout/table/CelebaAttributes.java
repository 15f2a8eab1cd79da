package io.mien.ingest.layout.table;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The table of CelebA's attributes, line for line: the number of pictures, the names of the
 * attributes, and for each picture as many numbers; a CSV has no first line and a column more.
 */
final class CelebaAttributes {

  private static final String IMAGE = "image_id";

  private List<String> names = List.of();

  /**
   * One picture.
   *
   * @param attributes {@code yes} or {@code no} by name
   * @param problem what is wrong with the line, for a person; empty when nothing is
   */
  record Row(long number, String image, Map<String, String> attributes, String problem) {}

  /** The picture of a line; nothing in the lines above the first picture. */
  Optional<Row> read(ImageValues.Line line) {
    if (!names.isEmpty()) {
      return Optional.of(row(line));
    }
    boolean isCount = line.values().isEmpty() && line.image().matches("\\d+");
    if (!isCount) {
      names = line.image().equalsIgnoreCase(IMAGE) ? line.values() : line.words();
    }
    return Optional.empty();
  }

  private Row row(ImageValues.Line line) {
    List<String> values = line.values();
    if (values.size() != names.size()) {
      String problem =
          "line %d has %d values for %d attributes"
              .formatted(line.number(), values.size(), names.size());
      return new Row(line.number(), line.image(), Map.of(), problem);
    }
    Map<String, String> attributes = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Optional<String> word = word(values.get(i));
      if (word.isEmpty()) {
        String problem =
            "line %d says '%s' of %s, neither 1 nor -1"
                .formatted(line.number(), values.get(i), names.get(i));
        return new Row(line.number(), line.image(), Map.of(), problem);
      }
      attributes.put(names.get(i), word.get());
    }
    return new Row(line.number(), line.image(), attributes, "");
  }

  private static Optional<String> word(String value) {
    return switch (value) {
      case "1" -> Optional.of("yes");
      case "-1", "0" -> Optional.of("no");
      default -> Optional.empty();
    };
  }
}
