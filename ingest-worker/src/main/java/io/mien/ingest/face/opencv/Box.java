package io.mien.ingest.face.opencv;

/** An upright rectangle in pixels. */
record Box(double x, double y, double width, double height) {

  private static final double SAME_FACE = 0.3;

  double centreX() {
    return x + width / 2;
  }

  double centreY() {
    return y + height / 2;
  }

  double area() {
    return width * height;
  }

  /** Shared area as a part of the area of both together, 0 to 1. */
  double overlap(Box other) {
    double shared =
        Math.max(0, Math.min(x + width, other.x + other.width) - Math.max(x, other.x))
            * Math.max(0, Math.min(y + height, other.y + other.height) - Math.max(y, other.y));
    return shared / (area() + other.area() - shared);
  }

  /** Whether both share much, or the middle of one lies in the other. */
  boolean isSameFace(Box other) {
    return overlap(other) >= SAME_FACE
        || holds(other.centreX(), other.centreY())
        || other.holds(centreX(), centreY());
  }

  private boolean holds(double pointX, double pointY) {
    return pointX >= x && pointX < x + width && pointY >= y && pointY < y + height;
  }

  /** The same centre, another size. */
  Box scaled(double factor) {
    return new Box(
        centreX() - width * factor / 2,
        centreY() - height * factor / 2,
        width * factor,
        height * factor);
  }
}
