package io.mien.drawn;

/** When pictures of one person are taken. */
public enum Occasion {
  /** Every picture at a time and place of its own: photographs found somewhere. */
  SNAPSHOT,
  /**
   * All expressions of a person's n-th shot in one session, as in the laboratory datasets (KDEF,
   * MUG, CK+): same light, background and camera; the head moves a little.
   */
  SESSION
}
