package io.mien.drawn;

import static io.mien.drawn.ActionUnit.LIP_CORNER_PULLER;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Spot;

/** Bridge, tip, wings and nostrils; wrinkled, it is shorter and broader. */
final class Nose implements Part {

  @Override
  public void paint(Brush brush, Sitting sitting) {
    NoseShape shape = sitting.identity().bones().nose();
    double wrinkled = sitting.positive(NOSE_WRINKLER);
    double smile = sitting.positive(LIP_CORNER_PULLER);
    double width = shape.width() * (1 + .12 * wrinkled + .07 * smile);
    double tip = sitting.marks().nose() - 5 * wrinkled;
    bridge(brush, sitting, tip);
    tip(brush, sitting, width, tip);
    for (int side : SIDES) {
      wing(brush, sitting, side * width, tip - 2 * wrinkled);
    }
    if (wrinkled > .2) {
      wrinkles(brush, sitting, wrinkled);
    }
  }

  private static void bridge(Brush brush, Sitting sitting, double tip) {
    Skin skin = sitting.skin();
    double x = sitting.marks().noseX();
    double eyes = sitting.marks().eyes();
    double length = tip - eyes;
    for (int side : SIDES) {
      double shade = (.24 - .16 * side * sitting.lightSide()) * skin.relief();
      brush.dab(Spot.at(x + side * 12, eyes + length * .42, 9, length * .56), skin.shade(), shade);
    }
    double lit = x * .9 + sitting.lightSide() * 2;
    brush.dab(Spot.at(lit, eyes + length * .34, 8.5, length * .60), skin.light(), .48);
  }

  private static void tip(Brush brush, Sitting sitting, double width, double tip) {
    Skin skin = sitting.skin();
    double x = sitting.marks().noseX();
    double side = sitting.lightSide();
    brush.dab(Spot.at(x + side * 3, tip - 9, width * .42, 11), skin.light(), .54);
    brush.dab(Spot.at(x - side * 4, tip + 11, width * 1.05, 9), skin.shade(), .52);
  }

  /**
   * @param reach half the width of the nose, negative on the left
   */
  private static void wing(Brush brush, Sitting sitting, double reach, double tip) {
    Skin skin = sitting.skin();
    double x = sitting.marks().noseX();
    double width = Math.abs(reach);
    brush.dab(
        Spot.at(x + reach * .66, tip - 3, width * .36, 12), skin.shade(), .24 * skin.relief());
    brush.dab(Spot.at(x + reach * .60, tip - 6, width * .20, 6), skin.light(), .22);
    brush.line(
        Outline.from(x + reach * .74, tip - 12)
            .curve(x + reach * 1.06, tip - 8, x + reach * 1.02, tip + 6, x + reach * .66, tip + 5)
            .open(),
        2.2,
        skin.shade().glaze(.50));
    brush.dab(Spot.at(x + reach * .44, tip + 5, width * .27, 5), skin.shade().times(.45), .92);
  }

  private static void wrinkles(Brush brush, Sitting sitting, double wrinkled) {
    double x = sitting.marks().noseX();
    double eyes = sitting.marks().eyes();
    for (int i = 0; i < 3; i++) {
      double y = eyes + 4 + i * 9;
      brush.line(
          Outline.from(x - 12, y + 6).curve(x - 4, y, x + 4, y, x + 12, y + 6).open(),
          2,
          sitting.skin().shade().glaze(.62 * wrinkled));
      for (int side : SIDES) {
        brush.line(
            Outline.from(x + side * 13, y + 2)
                .bend(x + side * 18, y + 6, x + side * 19, y + 14)
                .open(),
            1.8,
            sitting.skin().shade().glaze(.40 * wrinkled));
      }
    }
  }
}
