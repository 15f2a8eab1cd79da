package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Spot;
import java.awt.geom.Path2D;

/** The ears; the head covers their inner halves, and turning it hides one and shows the other. */
final class Ears implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Skin skin = sitting.skin();
    Landmarks marks = sitting.marks();
    for (int side : SIDES) {
      double x = side * marks.halfWidth() * .97 - marks.middle() * .35;
      double reach = side * 20;
      Path2D ear =
          Outline.from(x, marks.eyes() - 8)
              .curve(
                  x + reach * .6,
                  marks.eyes() - 24,
                  x + reach * 1.3,
                  marks.eyes() - 8,
                  x + reach,
                  12)
              .curve(x + reach * .8, 26, x + reach * .5, 40, x, 40)
              .closed();
      brush.fill(ear, skin.base().times(.90).opaque());
      brush.line(ear, 1.6, skin.shade().glaze(.45));
      brush.dab(Spot.at(x + reach * .45, 4, 8, 22), skin.shade(), .55);
      brush.dab(Spot.at(x + reach * .75, -8, 4, 12), skin.light(), .30);
    }
  }
}
