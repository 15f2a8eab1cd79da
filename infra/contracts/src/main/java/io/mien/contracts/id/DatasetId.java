package io.mien.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies a registered dataset. */
public record DatasetId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public DatasetId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Parses the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static DatasetId fromString(String text) {
    return new DatasetId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
