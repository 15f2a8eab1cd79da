package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a kind of picture is taken into a dataset. */
public enum Inclusion {
  EXCLUDE,
  INCLUDE;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
