package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import java.awt.geom.Path2D;

/** The hair between nose and upper lip, which goes up and down with the lip. */
final class Moustache {

  private static final int HAIRS = 90;

  private Moustache() {}

  static void paint(Brush brush, Sitting sitting, Lips lips, Pigment hair) {
    double nose = sitting.marks().nose() + 13;
    double lip = lips.edges().upperOuter();
    double out = lips.reach() * 1.02;
    Path2D body = body(lips, nose, out);
    brush.fill(body, hair.times(.85).glaze(.74));
    brush.line(body, 5, hair.glaze(.16));
    Dice dice = sitting.identity().dice("moustache");
    for (int i = 0; i < HAIRS; i++) {
      double s = dice.between(-1, 1);
      double depth = dice.unit();
      double corner = s < 0 ? lips.corners().left() : lips.corners().right();
      double x = lips.x() + s * out * .72;
      double y = (nose + 6) * (1 - depth) + (lip - 2) * depth;
      y += (corner - lip) * s * s * .45;
      Pigment tint = hair.times(dice.between(.55, 1.4)).plus(dice.between(0, 14));
      brush.line(
          Outline.from(x, y - 3).bend(x + s * 4, y, x + s * 9, y + 5 - 2 * Math.abs(s)).open(),
          1.3,
          tint.glaze(.55));
    }
  }

  private static Path2D body(Lips lips, double nose, double out) {
    double lip = lips.edges().upperOuter();
    return Outline.from(lips.x() - out, lips.corners().left() + 1)
        .curve(lips.x() - out * .78, lip - 12, lips.x() - out * .35, nose + 2, lips.x(), nose + 6)
        .curve(
            lips.x() + out * .35,
            nose + 2,
            lips.x() + out * .78,
            lip - 12,
            lips.x() + out,
            lips.corners().right() + 1)
        .curve(lips.x() + out * .6, lip + 3, lips.x() + out * .25, lip + 1, lips.x(), lip + 4)
        .curve(
            lips.x() - out * .25,
            lip + 1,
            lips.x() - out * .6,
            lip + 3,
            lips.x() - out,
            lips.corners().left() + 1)
        .closed();
  }
}
