package io.mien.drawn;

import io.mien.drawn.paint.Brush;

/** A part of the picture; parts are painted from the back to the front. */
interface Part {

  /** The two sides of a face, as factors: left and right in the picture. */
  int[] SIDES = {-1, 1};

  void paint(Brush brush, Sitting sitting);
}
