package io.mien.contracts.dataset;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Which of several faces of a picture becomes a crop. */
public enum FaceChoice {
  /** The one that is large and in the middle: people are the subject of their photos. */
  PROMINENT,
  LARGEST,
  /** The one whose middle is nearest to the picture's. */
  CENTRAL,
  /** The only one: a picture of several faces is refused. */
  SINGLE,
  /** Every one, each with the picture's labels and subject. */
  ALL;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
