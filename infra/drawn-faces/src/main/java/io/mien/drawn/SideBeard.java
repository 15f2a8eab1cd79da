package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import java.awt.geom.Path2D;

/** The beard on the cheek and the jaw, from the ear to where the drawing from the front begins. */
final class SideBeard {

  private static final int HAIRS = 320;

  private SideBeard() {}

  static void paint(Brush brush, Sitting sitting) {
    Pigment hair = sitting.identity().grooming().hair().mix(sitting.skin().shade(), .22);
    switch (sitting.identity().grooming().beard()) {
      case NONE, MOUSTACHE, GOATEE -> {}
      case STUBBLE -> {
        brush.fill(region(sitting), hair.glaze(.20));
        brush.line(region(sitting), 12, hair.glaze(.08));
      }
      case FULL -> grow(brush, sitting, hair);
    }
  }

  private static Path2D region(Sitting sitting) {
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    double corner = Lips.of(sitting).corners().right();
    return Outline.from(w * .24, -h * .12)
        .curve(w * .36, h * .16, w * .50, h * .26, w * .78, corner - 22)
        .to(w * 1.4, corner - 14)
        .to(w * 1.4, h * 1.1)
        .to(-w * .12, h * 1.1)
        .curve(-w * .10, h * .5, w * .06, h * .30, w * .10, -h * .12)
        .closed();
  }

  private static void grow(Brush brush, Sitting sitting, Pigment hair) {
    Path2D region = region(sitting);
    brush.line(region, 11, hair.glaze(.14));
    brush.line(region, 5, hair.glaze(.20));
    brush.fill(region, hair.times(.85).glaze(.66));
    double w = sitting.marks().halfWidth();
    double h = sitting.marks().halfHeight();
    Dice dice = sitting.identity().dice("beard at the side");
    for (int i = 0; i < HAIRS; i++) {
      double z = dice.between(-w * .1, w);
      double y = dice.between(-h * .1, h);
      double length = dice.between(6, 12);
      double lean = dice.gaussian(1.8) - 2;
      Pigment tint = hair.times(dice.between(.55, 1.35)).plus(dice.between(0, 16));
      if (region.contains(z, y)) {
        brush.line(
            Outline.from(z, y - length * .4).bend(z, y, z + lean, y + length * .6).open(),
            1.3,
            tint.glaze(.55));
      }
    }
  }
}
