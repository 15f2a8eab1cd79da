package io.mien.orchestrator.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.mien.contracts.failure.InvalidInput;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of a form whose text is JSON. */
final class JsonField {

  private JsonField() {}

  /**
   * Empty for a field that is absent, blank or null.
   *
   * @throws InvalidInput {@code bad-field}
   */
  static <T> Optional<T> read(
      ObjectMapper json, String name, @Nullable String text, Class<T> type) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(json.readValue(text, type));
    } catch (JsonProcessingException e) {
      throw new InvalidInput(
          "bad-field",
          "The field '%s' is no JSON of it: %s".formatted(name, e.getOriginalMessage()),
          e);
    }
  }
}
