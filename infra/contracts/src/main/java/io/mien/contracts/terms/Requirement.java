package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether something has to be stated. */
public enum Requirement {
  OPTIONAL,
  REQUIRED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
