package io.mien.drawn.paint;

import java.awt.geom.Path2D;

/** A path of curves, written as a chain: {@code Outline.from(0, 0).curve(...).to(...)}. */
public final class Outline {

  private final Path2D.Double path = new Path2D.Double();

  private Outline() {}

  public static Outline from(double x, double y) {
    Outline outline = new Outline();
    outline.path.moveTo(x, y);
    return outline;
  }

  /** A cubic Bézier curve: two control points and the end. */
  public Outline curve(double x1, double y1, double x2, double y2, double x, double y) {
    path.curveTo(x1, y1, x2, y2, x, y);
    return this;
  }

  /** A quadratic Bézier curve: one control point and the end. */
  public Outline bend(double x1, double y1, double x, double y) {
    path.quadTo(x1, y1, x, y);
    return this;
  }

  public Outline to(double x, double y) {
    path.lineTo(x, y);
    return this;
  }

  public Path2D open() {
    return path;
  }

  public Path2D closed() {
    path.closePath();
    return path;
  }
}
