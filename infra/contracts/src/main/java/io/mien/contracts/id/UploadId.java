package io.mien.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;
import java.util.UUID;

/** Identifies the upload of a dataset. */
public record UploadId(@JsonValue UUID value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public UploadId {
    Objects.requireNonNull(value, "value");
  }

  /**
   * Parses the canonical text form.
   *
   * @throws IllegalArgumentException when the text is not a UUID
   */
  public static UploadId fromString(String text) {
    return new UploadId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
