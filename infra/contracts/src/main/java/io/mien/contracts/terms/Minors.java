package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether pictures show children. */
public enum Minors {
  // From the freest to the strictest
  NONE,
  UNKNOWN,
  PRESENT;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
