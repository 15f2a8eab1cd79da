package io.mien.drawn;

import static io.mien.drawn.ActionUnit.CHEEK_RAISER;
import static io.mien.drawn.ActionUnit.EYE_CLOSURE;
import static io.mien.drawn.ActionUnit.INNER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.LID_TIGHTENER;
import static io.mien.drawn.ActionUnit.NOSE_WRINKLER;
import static io.mien.drawn.ActionUnit.OUTER_BROW_RAISER;
import static io.mien.drawn.ActionUnit.UPPER_LID_RAISER;

import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;

/**
 * The gap between the lids of one eye.
 *
 * @param side -1 left, 1 right in the picture
 * @param rise of the upper lid above the middle of the eye
 * @param sink of the lower lid below it
 * @param droop of the outer corner
 */
record EyeOpening(int side, double x, double y, double width, Lids lids) {

  /** How far the lids stand from the middle of the eye, and how the corners lie. */
  record Lids(double rise, double sink, double droop, double tilt, double tight) {}

  static EyeOpening of(Sitting sitting, int side) {
    EyeShape shape = sitting.identity().bones().eyes();
    double width = shape.width() * sitting.marks().stretch(side * shape.spacing());
    double open = Math.max(.12, openness(sitting));
    double tight = .85 * sitting.positive(LID_TIGHTENER) + .45 * sitting.positive(CHEEK_RAISER);
    double sad = sitting.positive(INNER_BROW_RAISER) * (1 - sitting.positive(OUTER_BROW_RAISER));
    Lids lids =
        new Lids(
            shape.opening() * open * 1.05,
            shape.opening()
                * .78
                * (1 - .62 * Math.min(1, tight))
                * Math.max(.5, Math.min(1.2, open)),
            Math.max(0, sad) * 5 * (1 - sitting.positive(UPPER_LID_RAISER)),
            shape.tilt() * width * 1.3,
            tight);
    double x = sitting.marks().x(side * shape.spacing());
    return new EyeOpening(side, x, sitting.marks().eyes(), width, lids);
  }

  private static double openness(Sitting sitting) {
    return 1
        + .64 * sitting.unit(UPPER_LID_RAISER)
        - .26 * sitting.unit(CHEEK_RAISER)
        - .14 * sitting.unit(LID_TIGHTENER)
        - .30 * sitting.unit(NOSE_WRINKLER)
        - .95 * sitting.unit(EYE_CLOSURE);
  }

  double innerX() {
    return x - side * width;
  }

  double innerY() {
    return y + 2 + lids.tilt() * .4;
  }

  double outerX() {
    return x + side * width;
  }

  double outerY() {
    return y - lids.tilt() + lids.droop() * .6;
  }

  /** The edge of the upper lid, moved up by an offset. */
  Path2D upperLid(double offset) {
    double reach = side * width;
    double rise = y - lids.rise() * 1.30 - offset;
    return Outline.from(innerX(), innerY() - offset * .8)
        .curve(
            innerX() + reach * .45,
            rise,
            outerX() - reach * .55,
            rise + lids.droop() * .8,
            outerX(),
            outerY() - offset * .8)
        .open();
  }

  Path2D lowerLid() {
    double reach = side * width;
    double sink = y + lids.sink() * 1.25;
    return Outline.from(outerX(), outerY())
        .curve(outerX() - reach * .45, sink, innerX() + reach * .55, sink, innerX(), innerY())
        .open();
  }

  Path2D gap() {
    Path2D gap = upperLid(0);
    gap.append(lowerLid(), true);
    gap.closePath();
    return gap;
  }
}
