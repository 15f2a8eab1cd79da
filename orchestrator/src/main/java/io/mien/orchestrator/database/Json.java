package io.mien.orchestrator.database;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.mien.store.json.WireJson;
import org.jspecify.annotations.Nullable;

/** A parameter that is written as JSON; the statement casts it: {@code CAST(? AS jsonb)}. */
public record Json(@Nullable Object value) {

  String text() {
    return write(value);
  }

  /** The value as JSON text. */
  public static String write(@Nullable Object value) {
    try {
      return WireJson.MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("Cannot write as JSON: " + value, e);
    }
  }

  /** The value of JSON text that was written from the same type. */
  public static <T> T read(String text, Class<T> type) {
    try {
      return WireJson.MAPPER.readValue(text, type);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(
          "Cannot read a stored " + type.getSimpleName() + " from " + text, e);
    }
  }
}
