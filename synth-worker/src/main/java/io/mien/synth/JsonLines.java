package io.mien.synth;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.store.json.WireJson;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON values, one on each line. */
final class JsonLines {

  static final String TYPE = "application/jsonl";

  private JsonLines() {}

  static byte[] bytes(List<?> values) {
    StringBuilder lines = new StringBuilder();
    try {
      for (Object value : values) {
        lines.append(WireJson.MAPPER.writeValueAsString(value)).append('\n');
      }
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  static <T> List<T> values(byte[] lines, Class<T> type) {
    return new String(lines, StandardCharsets.UTF_8)
        .lines()
        .map(line -> value(line, type))
        .toList();
  }

  private static <T> T value(String line, Class<T> type) {
    try {
      return WireJson.MAPPER.readValue(line, type);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
