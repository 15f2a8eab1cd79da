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
      double tip = side * w * (cut.side() + (cut.fall() > 1 ? -.04 : -.12));
      Path2D inner =
          Outline.from(side * w * .93, -h * .40)
              .curve(side * w * 1.01, -h * .1, side * w * .95, h * .45, tip, low)
              .open();
      double wide = side * w * (cut.side() + .10);
      Path2D outer =
          Outline.from(side * w * cut.side(), -h * .45)
              .curve(wide * 1.04, h * .1, wide * 1.08, h * .55, tip + side * 5, low * 1.02)
              .open();
      HairSheet sheet = new HairSheet(inner, outer);
      strands.curtain(sheet, sitting.identity().grooming().hair(), cut.wave());
    }
  }
}
