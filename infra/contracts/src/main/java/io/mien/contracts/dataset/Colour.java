package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of its photo's colour a crop keeps. */
public enum Colour {
  RGB,
  /** Three equal channels, so that colour cannot tell which dataset a picture comes from. */
  GREY;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
