package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether pictures, and what is made of them, may serve commerce. */
public enum CommercialUse {
  // From the freest to the strictest
  ALLOWED,
  UNKNOWN,
  FORBIDDEN;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
