package io.mien.synth.resize;

/**
 * Resizing along one direction by cubic convolution (Keys, 1981, a = -0.5), whose kernel widens
 * when it shrinks, so that nothing aliases.
 */
public final class CubicRows {

  private CubicRows() {}

  /**
   * Rows of another length, <em>transposed</em>: done twice, a picture is resized both ways and
   * stands upright again.
   *
   * @param values rows one after another
   * @param length of each row
   * @param rows their number
   * @param wanted length
   */
  public static float[] resize(float[] values, int length, int rows, int wanted) {
    float[] resized = new float[rows * wanted];
    double scale = (double) length / wanted;
    double width = Math.max(1, scale);
    for (int to = 0; to < wanted; to++) {
      double centre = (to + 0.5) * scale - 0.5;
      int first = (int) Math.ceil(centre - 2 * width);
      int last = (int) Math.floor(centre + 2 * width);
      double[] weights = new double[last - first + 1];
      double sum = 0;
      for (int i = 0; i < weights.length; i++) {
        weights[i] = kernel(Math.abs(first + i - centre) / width);
        sum += weights[i];
      }
      for (int row = 0; row < rows; row++) {
        double value = 0;
        for (int i = 0; i < weights.length; i++) {
          int from = Math.max(0, Math.min(length - 1, first + i));
          value += weights[i] * values[row * length + from];
        }
        resized[to * rows + row] = (float) (value / sum);
      }
    }
    return resized;
  }

  private static double kernel(double distance) {
    if (distance < 1) {
      return (1.5 * distance - 2.5) * distance * distance + 1;
    }
    return distance < 2 ? ((-0.5 * distance + 2.5) * distance - 4) * distance + 2 : 0;
  }
}
