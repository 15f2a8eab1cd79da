package io.mien.drawn.paint;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.awt.geom.Point2D;
import java.util.ArrayList;
import java.util.List;

/** A curve that can be asked for the point at a share of its length. */
public final class Contour {

  private static final double FLATNESS = 0.5;

  private final List<Point2D> points = new ArrayList<>();
  private final List<Double> reached = new ArrayList<>();

  private Contour() {}

  public static Contour along(Shape curve) {
    Contour contour = new Contour();
    double[] xy = new double[6];
    for (PathIterator i = curve.getPathIterator(null, FLATNESS); !i.isDone(); i.next()) {
      if (i.currentSegment(xy) != PathIterator.SEG_CLOSE) {
        contour.add(new Point2D.Double(xy[0], xy[1]));
      }
    }
    if (contour.points.size() < 2) {
      throw new IllegalArgumentException("A contour needs a curve with a length, got " + curve);
    }
    return contour;
  }

  /** The point at a share of the length; 0 is the start, 1 the end, beyond them the ends. */
  public Point2D at(double share) {
    double wanted = Math.max(0, Math.min(1, share)) * length();
    int next = 1;
    while (next < points.size() - 1 && reached.get(next) < wanted) {
      next++;
    }
    double before = reached.get(next - 1);
    double step = Math.max(1e-9, reached.get(next) - before);
    return between(points.get(next - 1), points.get(next), Math.min(1, (wanted - before) / step));
  }

  public static Point2D between(Point2D from, Point2D to, double share) {
    return new Point2D.Double(
        from.getX() + (to.getX() - from.getX()) * share,
        from.getY() + (to.getY() - from.getY()) * share);
  }

  private void add(Point2D point) {
    int last = points.size() - 1;
    reached.add(last < 0 ? 0 : length() + points.get(last).distance(point));
    points.add(point);
  }

  private double length() {
    return reached.get(reached.size() - 1);
  }
}
