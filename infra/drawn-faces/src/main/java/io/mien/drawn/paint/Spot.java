package io.mien.drawn.paint;

/**
 * Where a soft spot lies.
 *
 * @param tilt radians, clockwise
 */
public record Spot(double x, double y, double radiusX, double radiusY, double tilt) {

  public static Spot at(double x, double y, double radiusX, double radiusY) {
    return new Spot(x, y, radiusX, radiusY, 0);
  }

  public Spot tilted(double radians) {
    return new Spot(x, y, radiusX, radiusY, radians);
  }
}
