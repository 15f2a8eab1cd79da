package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Who decides which part of a dataset a person belongs to. */
public enum Partition {
  /** The split policy of the run. */
  POLICY,
  /** Whoever published the dataset. */
  OFFICIAL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
