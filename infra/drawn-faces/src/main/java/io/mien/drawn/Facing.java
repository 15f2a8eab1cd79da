package io.mien.drawn;

/** A direction of length 1 in the camera's frame: right, down and towards the camera. */
record Facing(double x, double y, double z) {

  static Facing of(double x, double y, double z) {
    double length = Math.max(1e-9, StrictMath.sqrt(x * x + y * y + z * z));
    return new Facing(x / length, y / length, z / length);
  }

  /** The cosine of the angle between the two. */
  double along(Facing other) {
    return x * other.x + y * other.y + z * other.z;
  }

  boolean isAway() {
    return z < 0;
  }

  Facing reversed() {
    return new Facing(-x, -y, -z);
  }
}
