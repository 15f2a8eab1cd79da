package io.mien.contracts.terms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What becomes of a run on pictures of children. */
public enum MinorsRule {
  /** It goes ahead. */
  ALLOW,
  /** It goes ahead when somebody includes them explicitly. */
  EXPLICIT,
  /** It is refused. */
  REFUSE;

  @JsonValue
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
