package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody makes something for. */
public enum Purpose {
  RESEARCH,
  COMMERCIAL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
