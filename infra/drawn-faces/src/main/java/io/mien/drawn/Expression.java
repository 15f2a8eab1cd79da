package io.mien.drawn;

import java.util.Locale;

/** The seven canonical expressions, in the order of the labels. */
public enum Expression {
  NEUTRAL,
  HAPPY,
  SAD,
  SURPRISED,
  DISGUSTED,
  ANGRY,
  FEARFUL;

  /** The label as datasets and reports write it: lower case. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
