package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * The part of a dataset that a crop belongs to; no subject is in two parts (unless a leaking split
 * was asked for).
 */
public enum Split {
  TRAIN,
  VALIDATION,
  TEST;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
