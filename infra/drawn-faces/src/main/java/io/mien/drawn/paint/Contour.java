package io.mien.drawn.paint;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/**
 * A curve that can be asked for the point at a share of its length; measured once, then a table.
 */
public final class Contour {

  private static final double FLATNESS = 0.25;
  private static final int STEPS = 192;

  private final double[] xs = new double[STEPS + 1];
  private final double[] ys = new double[STEPS + 1];

  private Contour() {}

  public static Contour along(Shape curve) {
    List<Point2D> corners = flatten(curve);
    double length = length(corners);
    if (!(length > 0)) {
      throw new IllegalArgumentException("A contour needs a curve with a length, got " + curve);
    }
    Contour contour = new Contour();
    int next = 1;
    double before = 0;
    for (int i = 0; i <= STEPS; i++) {
      double wanted = length * i / STEPS;
      double piece = corners.get(next - 1).distance(corners.get(next));
      while (before + piece < wanted && next < corners.size() - 1) {
        before += piece;
        next++;
        piece = corners.get(next - 1).distance(corners.get(next));
      }
      double share = piece == 0 ? 0 : Math.min(1, (wanted - before) / piece);
      Point2D point = between(corners.get(next - 1), corners.get(next), share);
      contour.xs[i] = point.getX();
      contour.ys[i] = point.getY();
    }
    return contour;
  }

  /** The point at a share of the length; 0 is the start, 1 the end, beyond them the ends. */
  public Point2D at(double share) {
    double place = Math.max(0, Math.min(1, share)) * STEPS;
    int step = Math.min(STEPS - 1, (int) place);
    double rest = place - step;
    return new Point2D.Double(
        xs[step] + (xs[step + 1] - xs[step]) * rest, ys[step] + (ys[step + 1] - ys[step]) * rest);
  }

  public static Point2D between(Point2D from, Point2D to, double share) {
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * share,
        from.getY() + (to.getY() - from.getY()) * share);
  }

  private static List<Point2D> flatten(Shape curve) {
    List<Point2D> corners = new ArrayList<>();
    double[] xy = new double[6];
    for (PathIterator i = curve.getPathIterator(null, FLATNESS); !i.isDone(); i.next()) {
      if (i.currentSegment(xy) != PathIterator.SEG_CLOSE) {
        corners.add(new Point2D.Double(xy[0], xy[1]));
      }
    }
    return corners;
  }

  private static double length(List<Point2D> corners) {
    double length = 0;
    for (int i = 1; i < corners.size(); i++) {
      length += corners.get(i - 1).distance(corners.get(i));
    }
    return length;
  }
}
