package io.mien.drawn;

import static io.mien.drawn.ActionUnit.BROW_LOWERER;
import static io.mien.drawn.ActionUnit.INNER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;
import static io.mien.drawn.ActionUnit.OUTER_BROW_RAISER;

import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** The line of one brow, from the nose to the temple, as the muscles pull it. */
record BrowLine(int side, Point2D inner, Point2D middle, Point2D outer) {

  static BrowLine of(Sitting sitting, int side) {
    BrowShape shape = sitting.identity().bones().brows();
    double spacing = sitting.identity().bones().eyes().spacing();
    double stretch = sitting.marks().stretch(side * spacing);
    double x = sitting.marks().x(side * spacing);
    double y = sitting.marks().eyes() - shape.rise();
    double innerLift = innerLift(sitting);
    double outerLift = outerLift(sitting);
    double squeeze = 7 * sitting.positive(BROW_LOWERER);
    double bow = shape.arch() + 4 * sitting.positive(OUTER_BROW_RAISER);
    return new BrowLine(
        side,
        new Point2D.Double(x - side * (27 * stretch + squeeze), y + 4 - innerLift),
        new Point2D.Double(x + side * 4, y - bow - (innerLift + outerLift) * .5),
        new Point2D.Double(x + side * 33 * stretch, y + 6 - outerLift));
  }

  Path2D body(double thickness) {
    double top = middle.getY() - thickness * .75;
    double bottom = middle.getY() + thickness * .45;
    return Outline.from(inner.getX(), inner.getY() - thickness * .45)
        .bend(middle.getX(), top, outer.getX(), outer.getY())
        .bend(middle.getX(), bottom, inner.getX(), inner.getY() + thickness * .50)
        .closed();
  }

  /** One hair that grows at a share of the way from the nose to the temple. */
  Path2D hair(double s, double thickness, double shift) {
    double x = quadratic(inner.getX(), middle.getX(), outer.getX(), s);
    double y =
        quadratic(inner.getY() + thickness * .35, middle.getY() + thickness * .1, outer.getY(), s);
    double length = thickness * (1.05 - .75 * s);
    return Outline.from(x, y + shift).to(x + side * (2 + 6 * s), y - length * (1 - .55 * s)).open();
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
