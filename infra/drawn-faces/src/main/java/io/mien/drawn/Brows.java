package io.mien.drawn;

import static io.mien.drawn.ActionUnit.BROW_LOWERER;
import static io.mien.drawn.ActionUnit.INNER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;
import static io.mien.drawn.ActionUnit.OUTER_BROW_RAISER;

import io.mien.drawn.paint.Brush;
import io.mien.drawn.paint.Dice;
import io.mien.drawn.paint.Outline;
import io.mien.drawn.paint.Pigment;
import java.awt.geom.Path2D;

/** The brows: a soft body and single hairs. */
final class Brows implements Part {

  private static final Pigment DARK = Pigment.of(0x20140E);
  private static final int HAIRS = 22;

  @Override
  public void paint(Brush brush, Sitting sitting) {
    for (int side : SIDES) {
      paint(brush, sitting, side);
    }
  }

  private static void paint(Brush brush, Sitting sitting, int side) {
    BrowShape shape = sitting.identity().bones().brows();
    double spacing = sitting.identity().bones().eyes().spacing();
    double stretch = sitting.marks().stretch(side * spacing);
    double x = sitting.marks().x(side * spacing);
    double y = sitting.marks().eyes() - shape.rise();
    double innerLift = innerLift(sitting);
    double outerLift = outerLift(sitting);
    double squeeze = 7 * sitting.positive(BROW_LOWERER);
    double xInner = x - side * (27 * stretch + squeeze);
    double xMiddle = x + side * 4;
    double xOuter = x + side * 33 * stretch;
    double yInner = y + 4 - innerLift;
    double bow = shape.arch() + 4 * sitting.positive(OUTER_BROW_RAISER);
    double yMiddle = y - bow - (innerLift + outerLift) * .5;
    double yOuter = y + 6 - outerLift;
    double t = shape.thickness();
    Path2D body =
        Outline.from(xInner, yInner - t * .45)
            .bend(xMiddle, yMiddle - t * .75, xOuter, yOuter)
            .bend(xMiddle, yMiddle + t * .45, xInner, yInner + t * .50)
            .closed();
    Pigment hair = sitting.identity().grooming().hair().times(.72).mix(DARK, .38);
    brush.fill(body, hair.glaze(.74));
    brush.line(body, 3.4, hair.glaze(.26));
    Dice dice = sitting.identity().dice("brow" + side);
    for (int i = 0; i < HAIRS; i++) {
      double s = i / (double) HAIRS;
      double bx = quadratic(xInner, xMiddle, xOuter, s);
      double by = quadratic(yInner + t * .35, yMiddle + t * .1, yOuter, s);
      double length = t * (1.05 - .75 * s);
      Path2D strand =
          Outline.from(bx, by + dice.gaussian(1))
              .to(bx + side * (2 + 6 * s), by - length * (1 - .55 * s))
              .open();
      brush.line(strand, 1.5, hair.times(dice.between(.6, 1.15)).glaze(.60));
    }
  }

  private static double innerLift(Sitting sitting) {
    double raised = sitting.unit(INNER_BROW_RAISER);
    double lowered = sitting.positive(BROW_LOWERER);
    return 15 * raised
        - 15 * lowered * (1 - .8 * Math.max(0, Math.min(1, raised)))
        - 6 * sitting.positive(NOSE_WRINKLER);
  }

  private static double outerLift(Sitting sitting) {
    double inner = Math.max(0, Math.min(1, sitting.unit(INNER_BROW_RAISER)));
    double outer = sitting.unit(OUTER_BROW_RAISER);
    double lowered = sitting.positive(BROW_LOWERER);
    return 13 * outer
        + 5.5 * lowered * (1 - inner)
        - 6.5 * inner * (1 - Math.max(0, Math.min(1, outer)))
        - 6.5 * sitting.positive(NOSE_WRINKLER);
  }

  private static double quadratic(double from, double control, double to, double s) {
    return (1 - s) * (1 - s) * from + 2 * s * (1 - s) * control + s * s * to;
  }
}
