package io.mien.drawn;

import static io.mien.drawn.ActionUnit.ASYMMETRY;
import static io.mien.drawn.ActionUnit.CHIN_RAISER;
import static io.mien.drawn.ActionUnit.JAW_DROP;
import static io.mien.drawn.ActionUnit.LIP_PRESSOR;
import static io.mien.drawn.ActionUnit.UPPER_LIP_RAISER;

import io.mien.drawn.paint.Outline;
import java.awt.geom.Path2D;

/**
 * The lines of the mouth in this picture; beard and lips are drawn from the same ones.
 *
 * @param x middle of the mouth
 * @param reach half its width
 * @param seam height of the middle of the closed lips
 * @param edges heights of the four edges at the middle
 */
record Lips(double x, double reach, double seam, Corners corners, Edges edges, MouthPose pose) {

  private static final double GAP = 34;

  /** Heights of the corners. */
  record Corners(double left, double right) {}

  /** Heights at the middle, from the nose down to the chin. */
  record Edges(double upperOuter, double upperInner, double lowerInner, double lowerOuter) {
    double gap() {
      return lowerInner - upperInner;
    }
  }

  static Lips of(Sitting sitting) {
    MouthShape shape = sitting.identity().bones().mouth();
    MouthPose pose = MouthPose.of(sitting.action());
    double raised = sitting.positive(UPPER_LIP_RAISER);
    double y = sitting.marks().mouth() + 4 * sitting.positive(JAW_DROP) - 3 * raised;
    double seam = y + pose.smile() * 5;
    double skew = 7 * sitting.unit(ASYMMETRY);
    double corner = y - pose.smile() * 13.5;
    return new Lips(
        sitting.marks().middle() * 1.1,
        shape.width() * (1 + .62 * pose.wide()) * sitting.marks().stretch(0),
        seam,
        new Corners(corner + skew, corner - skew),
        edges(sitting, shape.lips(), pose, seam),
        pose);
  }

  private static Edges edges(Sitting sitting, double lips, MouthPose pose, double seam) {
    double grin = pose.grin();
    double pressed = 1 - .64 * sitting.positive(LIP_PRESSOR);
    double pout = 1 + .32 * sitting.positive(CHIN_RAISER);
    double gap = pose.open() * GAP;
    double upper = lips * .80 * pressed * (1 - .28 * grin);
    double lower = lips * 1.12 * pressed * pout * (1 - .20 * grin);
    double upperInner =
        seam - gap * .36 * (1 - .8 * Math.min(1, grin)) - 8 * sitting.positive(UPPER_LIP_RAISER);
    double lowerInner = seam + gap * (.64 + .16 * grin) - 3 * sitting.positive(CHIN_RAISER);
    return new Edges(
        upperInner - upper, upperInner, Math.max(upperInner, lowerInner), lowerInner + lower);
  }

  double left() {
    return x - reach;
  }

  double right() {
    return x + reach;
  }

  boolean parted() {
    return edges.gap() > 5;
  }

  /** The outer edge of both lips. */
  Path2D outer() {
    double top = edges.upperOuter();
    double bottom = edges.lowerOuter();
    double c = .55 + .22 * pose.square();
    double bend = .25 * (1 - pose.square());
    double l = (corners.left() - seam) * bend;
    double r = (corners.right() - seam) * bend;
    return Outline.from(left(), corners.left())
        .curve(x - reach * c, top + l - 1, x - reach * .22, top - 3, x, top + 2.5)
        .curve(x + reach * .22, top - 3, x + reach * c, top + r - 1, right(), corners.right())
        .curve(x + reach * (c + .05), bottom + r * .5, x + reach * .30, bottom + 1, x, bottom + 1)
        .curve(
            x - reach * .30,
            bottom + 1,
            x - reach * (c + .05),
            bottom + l * .5,
            left(),
            corners.left())
        .closed();
  }

  /** The gap between the lips. */
  Path2D inner() {
    double top = edges.upperInner();
    double bottom = edges.lowerInner();
    double c = .55 + .28 * pose.square();
    double bend = .30 * (1 - pose.square());
    double l = (corners.left() - seam) * bend;
    double r = (corners.right() - seam) * bend;
    double end = .94;
    return Outline.from(x - reach * end, corners.left())
        .curve(x - reach * c, top + l, x - reach * .22, top, x, top + 1)
        .curve(x + reach * .22, top, x + reach * c, top + r, x + reach * end, corners.right())
        .curve(x + reach * c, bottom + r * .66, x + reach * .25, bottom, x, bottom)
        .curve(
            x - reach * .25,
            bottom,
            x - reach * c,
            bottom + l * .66,
            x - reach * end,
            corners.left())
        .closed();
  }

  /** The line between closed lips. */
  Path2D closedSeam() {
    double l = (corners.left() - seam) * .35;
    double r = (corners.right() - seam) * .35;
    return Outline.from(left(), corners.left())
        .curve(x - reach * .5, seam + l, x - reach * .2, seam + 1, x, seam + 2)
        .curve(x + reach * .2, seam + 1, x + reach * .5, seam + r, right(), corners.right())
        .open();
  }
}
