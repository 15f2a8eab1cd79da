package io.mien.drawn;

/** How carefully a picture is taken. */
public enum Framing {
  /** Straight, centred, even light: the laboratory datasets. */
  STUDIO,
  /** Tilted, off centre, light from a side: snapshots. */
  CASUAL
}
