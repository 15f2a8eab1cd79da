package io.mien.contracts.picture;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What of a photo is handed back. */
public enum ImageOutput {
  /** The square that the generator works on. */
  CROP,
  /** The whole photo in its own resolution, upright, with the face in it changed. */
  PASTED;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
