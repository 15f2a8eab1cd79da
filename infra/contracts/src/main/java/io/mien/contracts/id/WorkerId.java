package io.mien.contracts.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * Identifies one life of one worker process: {@code <kind>-worker/<host>/<uuid>}. A restarted
 * process is another worker.
 */
public record WorkerId(@JsonValue String value) {

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public WorkerId {
    if (value.isBlank()) {
      throw new IllegalArgumentException("A worker id is not blank.");
    }
  }

  /** The last segment, which no other life of any process has. */
  public String life() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
