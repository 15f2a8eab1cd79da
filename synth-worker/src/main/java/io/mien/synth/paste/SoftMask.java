package io.mien.synth.paste;

/**
 * How much of a generated crop shows at each of its points: everything in the middle, nothing from
 * the border on, and no edge between them. The outline is between a circle and a square, since a
 * face fills more of its crop than a circle does and less than its corners.
 */
final class SoftMask {

  /** Share of the half side over which the mask falls. */
  private static final double FEATHER = 0.35;

  private SoftMask() {}

  /**
   * @param right from the crop's middle, -1 to 1 at its borders
   * @param down from the crop's middle, -1 to 1 at its borders
   * @return 0 to 1; with its first derivative 0 where it begins and ends
   */
  static double at(double right, double down) {
    double a = Math.abs(right);
    double b = Math.abs(down);
    if (a >= 1 || b >= 1) {
      return 0;
    }
    double radius = Math.cbrt(a * a * a + b * b * b);
    return Smooth.step((1 - radius) / FEATHER);
  }
}
