package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/**
 * Stubble, goatee or full beard, and the moustache that goes with them; hair follows the lips
 * wherever they go.
 */
final class BeardPart implements Part {

  private static final int HAIRS_OF_FULL_BEARD = 420;
  private static final int HAIRS_OF_GOATEE = 190;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Lips lips = Lips.of(sitting);
    Beard beard = sitting.identity().grooming().beard();
    Pigment hair = sitting.identity().grooming().hair().mix(sitting.skin().shade(), .22);
    switch (beard) {
      case NONE -> {}
      case STUBBLE -> stubble(brush, sitting, lips, hair);
      case MOUSTACHE -> {}
      case GOATEE -> grow(brush, sitting, goatee(sitting, lips), HAIRS_OF_GOATEE, hair);
      case FULL -> grow(brush, sitting, full(sitting, lips), HAIRS_OF_FULL_BEARD, hair);
    }
    if (beard.onUpperLip()) {
      Moustache.paint(brush, sitting, lips, hair);
    }
  }

  private static void stubble(Brush brush, Sitting sitting, Lips lips, Pigment hair) {
    Path2D region = full(sitting, lips);
    brush.fill(region, hair.glaze(.12));
    brush.line(region, 12, hair.glaze(.06));
    double h = sitting.marks().halfHeight();
    brush.dab(Spot.at(lips.x(), h * .80, lips.reach() * 1.5, h * .26), hair, .22);
    brush.dab(Spot.at(lips.x(), lips.edges().upperOuter() - 8, lips.reach(), 12), hair, .26);
  }

  private static Path2D full(Sitting sitting, Lips lips) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double l = lips.corners().left();
    double r = lips.corners().right();
    double nose = sitting.marks().nose() + 13;
    double out = lips.reach() * 1.22;
    return Outline.from(-w * 1.05, -h * .12)
        .to(-w * .94, -h * .10)
        .curve(-w * .90, h * .26, lips.x() - out * 1.3, l - 20, lips.x() - out, l - 14)
        .curve(lips.x() - out * .7, nose + 8, lips.x() - 18, nose, lips.x(), nose + 3)
        .curve(lips.x() + 18, nose, lips.x() + out * .7, nose + 8, lips.x() + out, r - 14)
        .curve(lips.x() + out * 1.3, r - 20, w * .90, h * .26, w * .94, -h * .10)
        .to(w * 1.05, -h * .12)
        .to(w * 1.1, h * 1.1)
        .to(-w * 1.1, h * 1.1)
        .closed();
  }

  private static Path2D goatee(Sitting sitting, Lips lips) {
    double bottom = sitting.marks().halfHeight() * 1.02;
    double l = lips.corners().left();
    double r = lips.corners().right();
    double out = lips.reach() * 1.12;
    double low = lips.edges().lowerOuter();
    return Outline.from(lips.x() - out, l - 6)
        .curve(lips.x() - out * 1.05, low + 20, lips.x() - out * .8, bottom, lips.x(), bottom)
        .curve(lips.x() + out * .8, bottom, lips.x() + out * 1.05, low + 20, lips.x() + out, r - 6)
        .curve(lips.x() + out * .72, low + 6, lips.x() + out * .4, low + 12, lips.x(), low + 7)
        .curve(lips.x() - out * .4, low + 12, lips.x() - out * .72, low + 6, lips.x() - out, l - 6)
        .closed();
  }

  private static void grow(Brush brush, Sitting sitting, Path2D region, int hairs, Pigment hair) {
    brush.line(region, 11, hair.glaze(.14));
    brush.line(region, 5, hair.glaze(.20));
    brush.fill(region, hair.times(.85).glaze(.66));
    Rectangle2D box = region.getBounds2D();
    Dice dice = sitting.identity().dice("beard");
    double middle = sitting.marks().middle();
    double w = sitting.marks().halfWidth();
    for (int grown = 0, tried = 0; grown < hairs && tried < 4 * hairs; tried++) {
      double x = dice.between(Math.max(box.getMinX(), -w), Math.min(box.getMaxX(), w));
      double y = dice.between(box.getMinY(), Math.min(box.getMaxY(), sitting.marks().halfHeight()));
      double length = dice.between(6, 12);
      double lean = (x - middle) / w * 3 + dice.gaussian(1.8);
      Pigment tint = hair.times(dice.between(.55, 1.35)).plus(dice.between(0, 16));
      if (region.contains(x, y)) {
        brush.line(
            Outline.from(x, y - length * .4).bend(x, y, x + lean, y + length * .6).open(),
            1.3,
            tint.glaze(.55));
        grown++;
      }
    }
  }
}
