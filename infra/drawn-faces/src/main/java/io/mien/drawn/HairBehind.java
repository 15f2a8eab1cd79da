package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.GradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Hair behind the head and the neck: long hair, the cloud of an afro, a knot. */
final class HairBehind implements Part {

  private static final int STRANDS = 70;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    HairStyle style = sitting.identity().grooming().hairStyle();
    HairCut cut = HairCut.of(style);
    if (cut.falls()) {
      fall(brush, sitting, cut);
    } else {
      bunch(brush, sitting, style);
    }
  }

  /** Hair that is round, whichever side it is seen from. */
  static void bunch(Brush brush, Sitting sitting, HairStyle style) {
    if (style == HairStyle.AFRO) {
      cloud(brush, sitting);
    } else if (style == HairStyle.TIED_BACK) {
      knot(brush, sitting);
    }
  }

  private static void fall(Brush brush, Sitting sitting, HairCut cut) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double wide = w * (cut.side() + .14);
    double low = h * cut.fall();
    Path2D back =
        Outline.from(0, -h * 1.0)
            .curve(wide * .9, -h * 1.0, wide * 1.04, -h * .4, wide, h * .1)
            .curve(wide * 1.02, h * .5, wide * 1.06, low * .8, wide * .94, low)
            .bend(0, low * 1.06, -wide * .94, low)
            .curve(-wide * 1.06, low * .8, -wide * 1.02, h * .5, -wide, h * .1)
            .curve(-wide * 1.04, -h * .4, -wide * .9, -h * 1.0, 0, -h * 1.0)
            .closed();
    Pigment hair = sitting.identity().grooming().hair();
    brush.fill(
        back,
        new GradientPaint(
            0, (float) -h, hair.times(.72).opaque(), 0, (float) low, hair.times(.50).opaque()));
    Dice dice = sitting.identity().dice("hair behind");
    for (int i = 0; i < STRANDS; i++) {
      double x = dice.between(-wide, wide) * .98;
      double y = dice.between(-h * .2, low * .8);
      double swing = dice.gaussian(1 + cut.wave() * .6);
      brush.line(
          Outline.from(x, y)
              .curve(x + swing, y + 22, x - swing, y + 44, x, Math.min(low, y + 70))
              .open(),
          dice.between(1, 2.6),
          hair.times(dice.between(.35, .95)).glaze(.40));
    }
  }

  private static void cloud(Brush brush, Sitting sitting) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    Pigment hair = sitting.identity().grooming().hair();
    brush.fill(
        new Ellipse2D.Double(-w * 1.30, -h * 1.22, w * 2.60, h * 1.72), hair.times(.8).opaque());
    Dice dice = sitting.identity().dice("cloud");
    for (int i = 0; i < STRANDS; i++) {
      double angle = dice.between(0, 2 * Math.PI);
      double x = w * 1.28 * StrictMath.cos(angle);
      double y = -h * .36 + h * .84 * StrictMath.sin(angle);
      double size = dice.between(6, 13);
      brush.fill(
          new Ellipse2D.Double(x - size, y - size, 2 * size, 2 * size),
          hair.times(dice.between(.7, 1.1)).glaze(.8));
    }
  }

  private static void knot(Brush brush, Sitting sitting) {
    double h = sitting.marks().halfHeight();
    double y = -h * 1.14;
    Pigment hair = sitting.identity().grooming().hair();
    brush.fill(new Ellipse2D.Double(-42, y - 34, 84, 68), hair.times(.85).opaque());
    Dice dice = sitting.identity().dice("knot");
    for (int i = 0; i < 24; i++) {
      double reach = dice.between(10, 40);
      brush.line(
          Outline.from(-reach, y + dice.between(-6, 20))
              .bend(dice.gaussian(8), y - reach * .9, reach, y + dice.between(-6, 20))
              .open(),
          1.6,
          hair.times(dice.between(.5, 1.5)).glaze(.45));
    }
    brush.dab(Spot.at(-8, y - 14, 26, 12), HairTint.of(sitting).gloss(), .35);
  }
}
