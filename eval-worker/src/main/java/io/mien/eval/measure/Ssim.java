package io.mien.eval.measure;

/**
 * Structural similarity (Wang et al. 2004) with the settings of the paper: Gaussian window 11x11
 * with sigma 1.5, K1 = 0.01, K2 = 0.03, data range 1, mean over the positions where the window
 * fits.
 */
public final class Ssim {

  private static final int WINDOW = 11;
  private static final double SIGMA = 1.5;
  private static final double C1 = 0.01 * 0.01;
  private static final double C2 = 0.03 * 0.03;
  private static final double[] KERNEL = kernel();

  private Ssim() {}

  /**
   * @param a one channel, row by row, values 0 to 1
   * @param b the same size
   * @return -1 to 1; 1 for equal images
   */
  public static double of(float[] a, float[] b, int width, int height) {
    if (width < WINDOW || height < WINDOW || a.length != width * height || b.length != a.length) {
      throw new IllegalArgumentException(
          "SSIM needs two images of one size, at least %d pixels wide and high; found %d and %d values for %dx%d"
              .formatted(WINDOW, a.length, b.length, width, height));
    }
    double[] meanA = filter(widened(a), width, height);
    double[] meanB = filter(widened(b), width, height);
    double[] squareA = filter(product(a, a), width, height);
    double[] squareB = filter(product(b, b), width, height);
    double[] cross = filter(product(a, b), width, height);
    double sum = 0;
    for (int i = 0; i < meanA.length; i++) {
      double varianceA = squareA[i] - meanA[i] * meanA[i];
      double varianceB = squareB[i] - meanB[i] * meanB[i];
      double covariance = cross[i] - meanA[i] * meanB[i];
      sum +=
          (2 * meanA[i] * meanB[i] + C1)
              * (2 * covariance + C2)
              / ((meanA[i] * meanA[i] + meanB[i] * meanB[i] + C1) * (varianceA + varianceB + C2));
    }
    return sum / meanA.length;
  }

  /** In double precision: variances are small differences of large means. */
  private static double[] product(float[] a, float[] b) {
    double[] product = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      product[i] = (double) a[i] * b[i];
    }
    return product;
  }

  private static double[] widened(float[] a) {
    double[] widened = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      widened[i] = a[i];
    }
    return widened;
  }

  /** Separable convolution, valid positions only. */
  private static double[] filter(double[] image, int width, int height) {
    int outWidth = width - WINDOW + 1;
    int outHeight = height - WINDOW + 1;
    double[] rows = new double[outWidth * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < outWidth; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          sum += KERNEL[k] * image[y * width + x + k];
        }
        rows[y * outWidth + x] = sum;
      }
    }
    double[] out = new double[outWidth * outHeight];
    for (int y = 0; y < outHeight; y++) {
      for (int x = 0; x < outWidth; x++) {
        double sum = 0;
        for (int k = 0; k < WINDOW; k++) {
          sum += KERNEL[k] * rows[(y + k) * outWidth + x];
        }
        out[y * outWidth + x] = sum;
      }
    }
    return out;
  }

  private static double[] kernel() {
    double[] kernel = new double[WINDOW];
    double sum = 0;
    for (int i = 0; i < WINDOW; i++) {
      double d = i - WINDOW / 2;
      kernel[i] = Math.exp(-d * d / (2 * SIGMA * SIGMA));
      sum += kernel[i];
    }
    for (int i = 0; i < WINDOW; i++) {
      kernel[i] /= sum;
    }
    return kernel;
  }
}
