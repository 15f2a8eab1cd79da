package io.mien.synth.image.watermark;

import io.mien.networks.image.RgbImage;

/** How far a picture is from another of its size. */
final class Similarity {

  /** Side of the windows that are compared. */
  private static final int WINDOW = 7;

  private static final double C1 = 0.01 * 255 * 0.01 * 255;
  private static final double C2 = 0.03 * 255 * 0.03 * 255;

  private Similarity() {}

  /** Peak signal to noise over all channels, in decibels. */
  static double psnr(RgbImage one, RgbImage other) {
    double sum = 0;
    for (int i = 0; i < one.rgb().length; i++) {
      double difference = (one.rgb()[i] & 0xFF) - (other.rgb()[i] & 0xFF);
      sum += difference * difference;
    }
    return 10 * Math.log10(255 * 255 / (sum / one.rgb().length));
  }

  /** Mean structural similarity of brightness, uniform windows (Wang and others, 2004). */
  static double ssim(RgbImage one, RgbImage other) {
    Plane a = Plane.brightness(one, one.width());
    Plane b = Plane.brightness(other, one.width());
    double sum = 0;
    int windows = 0;
    for (int y = 0; y + WINDOW <= a.side(); y++) {
      for (int x = 0; x + WINDOW <= a.side(); x++) {
        sum += window(a, b, x, y);
        windows++;
      }
    }
    return sum / windows;
  }

  private static double window(Plane a, Plane b, int left, int top) {
    double n = WINDOW * WINDOW;
    double meanA = 0;
    double meanB = 0;
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < WINDOW * WINDOW; i++) {
      double va = a.at(left + i % WINDOW, top + i / WINDOW);
      double vb = b.at(left + i % WINDOW, top + i / WINDOW);
      meanA += va / n;
      meanB += vb / n;
      aa += va * va / n;
      bb += vb * vb / n;
      ab += va * vb / n;
    }
    double varianceA = aa - meanA * meanA;
    double varianceB = bb - meanB * meanB;
    double covariance = ab - meanA * meanB;
    return (2 * meanA * meanB + C1)
        * (2 * covariance + C2)
        / ((meanA * meanA + meanB * meanB + C1) * (varianceA + varianceB + C2));
  }
}
