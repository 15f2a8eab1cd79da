package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Pigment;
import io.mien.drawn.paint.Spot;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Paint;
import java.awt.RadialGradientPaint;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;

/** The wall, or the room out of focus, behind the person. */
final class BackdropPart implements Part {

  private static final float EDGE = (float) Brush.PICTURE;
  private static final int THINGS = 14;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    Backdrop backdrop = sitting.shot().backdrop();
    brush.fill(new Rectangle2D.Double(0, 0, EDGE, EDGE), wall(backdrop));
    if (backdrop.kind() == Backdrop.Kind.CLUTTER) {
      clutter(brush, backdrop, sitting.shot().dice("clutter"));
    }
  }

  private static Paint wall(Backdrop backdrop) {
    Color near = backdrop.near().opaque();
    Color far = backdrop.far().opaque();
    return switch (backdrop.kind()) {
      case GRADIENT -> new GradientPaint(0, 0, near, EDGE, EDGE, far);
      case HALO ->
          new RadialGradientPaint(
              new Point2D.Double(EDGE / 2, EDGE * .43),
              EDGE * .78f,
              new float[] {0, 1},
              new Color[] {near, far});
      case CLUTTER -> near;
    };
  }

  private static void clutter(Brush brush, Backdrop backdrop, Dice dice) {
    for (int i = 0; i < THINGS; i++) {
      Spot thing =
          Spot.at(
              dice.between(0, EDGE),
              dice.between(0, EDGE),
              dice.between(40, 170),
              dice.between(40, 170));
      Pigment pigment =
          dice.chance(.5) ? backdrop.far() : backdrop.near().times(dice.between(.6, 1.3));
      brush.dab(thing, pigment, .55);
    }
  }
}
