package io.mien.synth.form;

import io.mien.networks.image.RgbImage;

/**
 * A square of another size, by a cubic kernel (Catmull-Rom) that grows with the reduction: neither
 * blocks in larger pictures nor patterns in smaller ones.
 */
public final class Resized {

  private static final double REACH = 2;

  private Resized() {}

  /**
   * @param size side of the result in pixels
   */
  public static RgbImage square(RgbImage image, int size) {
    if (image.width() == size) {
      return image;
    }
    double[][] weights = weights(image.width(), size);
    return down(across(image, weights), image.width(), weights);
  }

  /** Every row of the image with as many pixels as the result has. */
  private static float[] across(RgbImage image, double[][] weights) {
    int size = weights.length;
    float[] rows = new float[3 * size * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < size; x++) {
        for (int channel = 0; channel < 3; channel++) {
          double sum = 0;
          for (int i = 1; i < weights[x].length; i++) {
            int column = within((int) weights[x][0] + i - 1, image.width());
            sum += weights[x][i] * image.at(column, y, channel);
          }
          rows[3 * (y * size + x) + channel] = (float) sum;
        }
      }
    }
    return rows;
  }

  private static RgbImage down(float[] rows, int height, double[][] weights) {
    int size = weights.length;
    byte[] rgb = new byte[3 * size * size];
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < 3 * size; x++) {
        double sum = 0;
        for (int i = 1; i < weights[y].length; i++) {
          int row = within((int) weights[y][0] + i - 1, height);
          sum += weights[y][i] * rows[3 * row * size + x];
        }
        rgb[3 * y * size + x] = (byte) Math.round(Math.max(0, Math.min(255, sum)));
      }
    }
    return new RgbImage(size, size, rgb);
  }

  /** Beyond the border its last pixels. */
  private static int within(int index, int size) {
    return Math.max(0, Math.min(size - 1, index));
  }

  /** For each new pixel the first old one, which may lie outside, and the weights from it on. */
  private static double[][] weights(int from, int to) {
    double scale = (double) from / to;
    double wide = Math.max(1, scale);
    double[][] weights = new double[to][];
    for (int i = 0; i < to; i++) {
      double middle = (i + 0.5) * scale - 0.5;
      int first = (int) Math.ceil(middle - REACH * wide);
      int last = (int) Math.floor(middle + REACH * wide);
      weights[i] = new double[last - first + 2];
      weights[i][0] = first;
      double sum = 0;
      for (int j = first; j <= last; j++) {
        weights[i][j - first + 1] = kernel(Math.abs(j - middle) / wide);
        sum += weights[i][j - first + 1];
      }
      for (int j = 1; j < weights[i].length; j++) {
        weights[i][j] /= sum;
      }
    }
    return weights;
  }

  private static double kernel(double t) {
    if (t < 1) {
      return (1.5 * t - 2.5) * t * t + 1;
    }
    return t < REACH ? ((-0.5 * t + 2.5) * t - 4) * t + 2 : 0;
  }
}
