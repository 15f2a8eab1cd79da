package io.mien.synth.paste;

/**
 * Several values at each pixel of a square, read between the pixels. Coordinates are those of a
 * placement: the middle of the first pixel is (0.5, 0.5).
 *
 * @param side in pixels
 * @param depth values for each pixel
 * @param values row by row, the values of a pixel together; not copied
 */
@SuppressWarnings("ArrayRecordComponent")
record Planes(int side, int depth, float[] values) {

  Planes(int side, int depth) {
    this(side, depth, new float[side * side * depth]);
  }

  float at(int column, int row, int plane) {
    return values[(row * side + column) * depth + plane];
  }

  void put(int column, int row, int plane, double value) {
    values[(row * side + column) * depth + plane] = (float) value;
  }

  /**
   * Adds the values at a point to a sum: bicubic (Catmull-Rom), beyond the border its last pixels.
   *
   * @param sum one for each plane
   */
  void addAt(double u, double v, double[] sum) {
    int left = (int) Math.floor(u - 0.5);
    int top = (int) Math.floor(v - 0.5);
    double[] across = weights(u - 0.5 - left);
    double[] down = weights(v - 0.5 - top);
    for (int j = 0; j < 4; j++) {
      int row = side * within(top - 1 + j);
      for (int i = 0; i < 4; i++) {
        double weight = across[i] * down[j];
        int pixel = (row + within(left - 1 + i)) * depth;
        for (int plane = 0; plane < depth; plane++) {
          sum[plane] += weight * values[pixel + plane];
        }
      }
    }
  }

  private int within(int index) {
    return Math.max(0, Math.min(side - 1, index));
  }

  /** Of four pixels around a point that lies this far behind the second. */
  private static double[] weights(double t) {
    double squared = t * t;
    double cubed = squared * t;
    return new double[] {
      (-cubed + 2 * squared - t) / 2,
      (3 * cubed - 5 * squared + 2) / 2,
      (-3 * cubed + 4 * squared + t) / 2,
      (cubed - squared) / 2
    };
  }
}
