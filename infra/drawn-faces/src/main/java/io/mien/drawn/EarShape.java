package io.mien.drawn;

/**
 * An ear seen from the side.
 *
 * @param z of its middle, towards the nose
 * @param y of its middle
 * @param radiusZ half its width
 * @param radiusY half its height
 */
record EarShape(double z, double y, double radiusZ, double radiusY) {

  static EarShape of(Landmarks marks) {
    double w = marks.halfWidth();
    double length = marks.nose() - marks.eyes();
    return new EarShape(-.09 * w, marks.eyes() + length * .42, .185 * w, length * .52);
  }

  /** How far this place of the ear stands out: 0 beside it, 1 where most. */
  double height(double atZ, double atY) {
    double dz = (atZ - z) / radiusZ;
    double dy = (atY - y) / radiusY;
    double rest = 1 - dz * dz - dy * dy;
    return rest <= 0 ? 0 : Math.min(1, 2.5 * rest) * (.75 - .25 * dz);
  }
}
