package io.mien.drawn;

import static io.mien.drawn.ActionUnit.LOWER_LIP_DEPRESSOR;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import java.awt.Color;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;

/** The rows of teeth, clipped by the gap between the lips. */
final class Teeth {

  private static final Pigment UPPER = Pigment.of(0xDDD6CB);
  private static final Pigment LOWER = Pigment.of(0xC8C0B4);
  private static final Color BETWEEN = Pigment.of(0x5A3C32).glaze(.26);
  private static final double PITCH = 9.5;
  private static final int EACH_SIDE = 4;

  private Teeth() {}

  static void paint(Brush brush, Sitting sitting, Lips lips) {
    double gap = lips.edges().gap();
    double length = Math.min(16, 6 + gap * .62) * MouthPose.upperTeeth(sitting.action());
    double bared = sitting.positive(LOWER_LIP_DEPRESSOR);
    if (bared > .2) {
      double height = Math.min(gap * .42, 9) * Math.min(1, bared + .3);
      double top = lips.edges().lowerInner() - height;
      double half = lips.reach() * .80;
      brush.fill(
          new Rectangle2D.Double(lips.x() - half, top, 2 * half, height + 3), LOWER.opaque());
      divide(brush, lips, top, height);
    }
    upper(brush, lips, length);
  }

  private static void upper(Brush brush, Lips lips, double length) {
    double x = lips.x();
    double top = lips.edges().upperInner();
    double rest = .25 * (1 - lips.pose().square());
    double left = (lips.corners().left() - lips.seam()) * rest;
    double right = (lips.corners().right() - lips.seam()) * rest;
    double cut = top + length;
    brush.fill(
        Outline.from(lips.left(), lips.corners().left() - 24)
            .to(lips.left(), Math.min(cut, lips.corners().left() + 2))
            .curve(
                x - lips.reach() * .5,
                cut + left,
                x + lips.reach() * .5,
                cut + right,
                lips.right(),
                Math.min(cut, lips.corners().right() + 2))
            .to(lips.right(), lips.corners().right() - 24)
            .to(x, top - 24)
            .closed(),
        UPPER.opaque());
    divide(brush, lips, top - 6, length + 5);
  }

  private static void divide(Brush brush, Lips lips, double top, double length) {
    for (int i = -EACH_SIDE; i <= EACH_SIDE; i++) {
      double x = lips.x() + (i + .5) * PITCH;
      brush.line(new Line2D.Double(x, top, x, top + length), .8, BETWEEN);
    }
  }
}
