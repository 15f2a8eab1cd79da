package io.mien.contracts.object;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/**
 * A bucket by its role; the store prefixes the configured namespace: {@code <namespace>-datasets}.
 */
public enum Bucket {
  DATASETS,
  MODELS,
  SYNTHESES,
  REPORTS;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
