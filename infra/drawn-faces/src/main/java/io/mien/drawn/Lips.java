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

  /** The outer edge of both lips, with the bow of the upper one. */
  Path2D outer() {
    double top = edges.upperOuter();
    double bottom = edges.lowerOuter();
    Arch above = Arch.of(this, top - 3, .22);
    Arch below = Arch.of(this, bottom + 1, .30);
    Outline outline = Outline.from(left(), corners.left());
    above.up(outline, corners.left(), -1, top + 2.5);
    above.down(outline, corners.right(), 1);
    below.up(outline, corners.right(), 1, bottom + 1);
    below.down(outline, corners.left(), -1);
    return outline.closed();
  }

  /** The gap between the lips. */
  Path2D inner() {
    Lips gap = new Lips(x, reach * .94, seam, corners, edges, pose);
    Arch above = Arch.of(gap, edges.upperInner(), .22);
    Arch below = Arch.of(gap, edges.lowerInner(), .25);
    Outline outline = Outline.from(gap.left(), corners.left());
    above.up(outline, corners.left(), -1, edges.upperInner() + 1);
    above.down(outline, corners.right(), 1);
    below.up(outline, corners.right(), 1, edges.lowerInner());
    below.down(outline, corners.left(), -1);
    return outline.closed();
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

  /** Half of a lip's edge: the curve between a corner and the middle, on either side. */
  private record Arch(Lips lips, double height, double flat) {

    static Arch of(Lips lips, double height, double flat) {
      return new Arch(lips, height, flat);
    }

    /** From the corner of a side to the middle. */
    void up(Outline outline, double corner, int side, double end) {
      double round = lips.pose.round();
      double x = lips.x + side * lips.reach * mixed(flat, .58, round);
      outline.curve(nearCornerX(side), nearCornerY(corner), x, height, lips.x, end);
    }

    /** From the middle to the corner of a side. */
    void down(Outline outline, double corner, int side) {
      double round = lips.pose.round();
      double x = lips.x + side * lips.reach * mixed(flat, .58, round);
      double end = lips.x + side * lips.reach;
      outline.curve(x, height, nearCornerX(side), nearCornerY(corner), end, corner);
    }

    private double nearCornerX(int side) {
      double lens = .57 + .25 * lips.pose.square();
      return lips.x + side * lips.reach * mixed(lens, 1, lips.pose.round());
    }

    private double nearCornerY(double corner) {
      double lens = height + (corner - lips.seam) * .25 * (1 - lips.pose.square());
      return mixed(lens, corner + (height - corner) * .58, lips.pose.round());
    }

    private static double mixed(double from, double to, double share) {
      return from + (to - from) * share;
    }
  }
}
