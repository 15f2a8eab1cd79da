package io.mien.contracts.task;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** How often a training sees the images of each class. */
public enum Sampling {
  /** As often as there are images of it. */
  NATURAL,
  /**
   * Every class equally often: images of the smaller ones come again. Independent attributes are
   * not balanced.
   */
  BALANCED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
