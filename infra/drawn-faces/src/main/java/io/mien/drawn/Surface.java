package io.mien.drawn;

/** A skin around the vertical axis of the head: of the head itself, of hair, of glasses. */
interface Surface {

  /** The height, y down, where it begins. */
  double top();

  /** The height where it ends. */
  double bottom();

  /** The point at a height between the two. */
  Vertex at(double y, Meridian meridian);

  /** Whether one can look into it, as into hair that falls open. */
  default boolean isOpen() {
    return false;
  }
}
