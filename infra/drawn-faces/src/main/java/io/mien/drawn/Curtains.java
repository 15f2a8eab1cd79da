package io.mien.drawn;

import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;

/** The hair that falls on both sides of the face, before the ears. */
final class Curtains {

  private Curtains() {}

  static void paint(Sitting sitting, HairCut cut, Strands strands) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double low = h * cut.fall();
    for (int side : Part.SIDES) {
      Path2D inner =
          Outline.from(side * w * .93, -h * .40)
              .curve(side * w * 1.01, -h * .1, side * w * .97, h * .45, side * w * .98, low)
              .open();
      double wide = side * w * (cut.side() + .10);
      Path2D outer =
          Outline.from(side * w * cut.side(), -h * .45)
              .curve(wide * 1.04, h * .1, wide * 1.06, h * .5, wide * 1.0, low)
              .open();
      HairSheet sheet = new HairSheet(inner, outer);
      strands.curtain(sheet, sitting.identity().grooming().hair(), cut.wave());
    }
  }
}
