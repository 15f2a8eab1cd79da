package io.mien.contracts.rest;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a schedule does at a time at which the run that it started last has not ended. */
public enum Overlap {
  /** Nothing, until its next time. */
  SKIP,
  /** It starts another run beside it. */
  ALLOW;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
