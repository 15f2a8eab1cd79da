package io.mien.store.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** JSON values, one on each line, as many as memory holds. */
public final class JsonLines {

  public static final String TYPE = "application/jsonl";

  private JsonLines() {}

  public static byte[] bytes(List<?> values) {
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

  public static <T> List<T> values(byte[] lines, Class<T> type) {
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
