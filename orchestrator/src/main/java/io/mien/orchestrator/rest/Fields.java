package io.mien.orchestrator.rest;

import io.mien.contracts.failure.InvalidInput;
import org.jspecify.annotations.Nullable;

/** Reads request bodies whose fields may be absent. */
final class Fields {

  private Fields() {}

  static <T> T required(@Nullable T value, String name) {
    if (value == null || value instanceof String text && text.isBlank()) {
      throw new InvalidInput(
          "field-missing", "The request lacks the field '" + name + "'; add it.");
    }
    return value;
  }
}
