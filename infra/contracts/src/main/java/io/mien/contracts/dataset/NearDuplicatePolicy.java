package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of crops that look nearly the same as an earlier one of their dataset. */
public enum NearDuplicatePolicy {
  /** They stay, and the manifest counts them. */
  REPORT,
  /** All but the first, in the order of their sources, are rejected. */
  REJECT;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
