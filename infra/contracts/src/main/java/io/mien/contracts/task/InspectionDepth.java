package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How far an inspection of a dataset goes. */
public enum InspectionDepth {
  /** Names, labels and the headers of files: a picture counts as a crop unless these refuse it. */
  LABELS,
  /** Every picture is read and searched for its face, as an ingest does. */
  FACES;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
