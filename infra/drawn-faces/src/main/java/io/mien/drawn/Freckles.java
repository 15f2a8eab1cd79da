package io.mien.drawn;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import java.awt.geom.Ellipse2D;

/** Freckles on the nose and the cheeks. */
final class Freckles implements Part {

  private static final int COUNT = 60;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    if (!sitting.identity().complexion().freckles()) {
      return;
    }
    Dice dice = sitting.identity().dice("freckles");
    double y = sitting.marks().nose() - 30;
    for (int i = 0; i < COUNT; i++) {
      double x = sitting.marks().x(dice.between(-80, 80));
      double size = dice.between(1.8, 3.4);
      brush.fill(
          new Ellipse2D.Double(x, y + dice.gaussian(14), size, size),
          sitting.skin().shade().glaze(dice.between(.14, .32)));
    }
  }
}
