package io.mien.drawn;

import io.mien.drawn.paint.Contour;
import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/**
 * A sheet of hair between two curves that run side by side. A place on it is given along the curves
 * (0 to 1) and across them (0 on the inner one, 1 on the outer one); strands may leave it.
 */
final class HairSheet {

  private static final int EDGE_STEPS = 48;
  private static final int STRAND_STEPS = 8;

  private final Contour inner;
  private final Contour outer;

  HairSheet(Shape inner, Shape outer) {
    this.inner = Contour.along(inner);
    this.outer = Contour.along(outer);
  }

  Point2D at(double along, double across) {
    return Contour.between(inner.at(along), outer.at(along), across);
  }

  Path2D outline() {
    Path2D outline = new Path2D.Double();
    Point2D start = inner.at(0);
    outline.moveTo(start.getX(), start.getY());
    for (int i = 1; i <= EDGE_STEPS; i++) {
      lineTo(outline, inner.at(i / (double) EDGE_STEPS));
    }
    for (int i = EDGE_STEPS; i >= 0; i--) {
      lineTo(outline, outer.at(i / (double) EDGE_STEPS));
    }
    outline.closePath();
    return outline;
  }

  Path2D strand(Strand strand) {
    Path2D path = new Path2D.Double();
    for (int i = 0; i <= STRAND_STEPS; i++) {
      double s = i / (double) STRAND_STEPS;
      Point2D point =
          at(
              strand.along() + (strand.alongEnd() - strand.along()) * s,
              strand.across() + (strand.acrossEnd() - strand.across()) * s * s);
      double x = point.getX() + strand.swing() * s * StrictMath.sin(strand.phase() + 9 * s);
      if (i == 0) {
        path.moveTo(x, point.getY());
      } else {
        path.lineTo(x, point.getY());
      }
    }
    return path;
  }

  private static void lineTo(Path2D path, Point2D point) {
    path.lineTo(point.getX(), point.getY());
  }

  /** From where to where a strand runs on its sheet, and how it swings sideways. */
  record Strand(
      double along, double across, double alongEnd, double acrossEnd, double swing, double phase) {

    static Strand straight(double along, double across, double alongEnd, double acrossEnd) {
      return new Strand(along, across, alongEnd, acrossEnd, 0, 0);
    }
  }
}
