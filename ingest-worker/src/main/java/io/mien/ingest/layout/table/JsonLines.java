package io.mien.ingest.layout.table;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.mien.ingest.source.SourceFile;
import io.mien.store.json.WireJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A table of JSON objects, one a line; values within values are no cells and are left out. */
final class JsonLines {

  private JsonLines() {}

  /**
   * Hands over row after row.
   *
   * @param malformed takes the number of each line that is no JSON object
   * @throws io.mien.contracts.failure.InvalidInput {@code legend-unreadable}
   */
  static void forEach(SourceFile file, Consumer<TableRow> consumer, Consumer<Long> malformed) {
    try (BufferedReader text = TextFile.open(file)) {
      long number = 0;
      for (String line = text.readLine(); line != null; line = text.readLine()) {
        number++;
        if (!line.isBlank()) {
          take(line, number, consumer, malformed);
        }
      }
    } catch (IOException e) {
      throw TextFile.unreadable(file, e);
    }
  }

  /** Whether the first line names all these columns; false when it cannot be read. */
  static boolean begins(SourceFile file, List<String> names) {
    try (BufferedReader text = TextFile.open(file)) {
      String line = text.readLine();
      return line != null && names.stream().allMatch(name -> line.contains('"' + name + '"'));
    } catch (IOException e) {
      return false;
    }
  }

  private static void take(
      String line, long number, Consumer<TableRow> consumer, Consumer<Long> malformed) {
    Map<String, String> cells = new LinkedHashMap<>();
    try {
      JsonNode row = WireJson.MAPPER.readTree(line);
      if (!row.isObject()) {
        malformed.accept(number);
        return;
      }
      row.properties()
          .forEach(
              field -> {
                JsonNode value = field.getValue();
                if (value.isValueNode() && !value.isNull() && !value.asText().isBlank()) {
                  cells.put(field.getKey().strip(), value.asText().strip());
                }
              });
    } catch (JsonProcessingException e) {
      malformed.accept(number);
      return;
    }
    consumer.accept(new TableRow(number, cells));
  }
}
