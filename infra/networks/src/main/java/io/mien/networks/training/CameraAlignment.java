package io.mien.networks.training;

import io.mien.networks.image.CropFrame;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;

/**
 * Lays one crop over another that the same camera took. A detector's box moves and grows with the
 * expression (an open mouth makes it 8 % larger), so crops of one session differ in place and scale
 * although the head stood still; with both boxes known, that difference can be taken out.
 */
final class CameraAlignment {
  /** Frames further apart than this share of their side are not of one still camera. */
  private static final double FARTHEST = 0.25;

  private CameraAlignment() {}

  /**
   * The counterpart as the image's crop would show it, bilinear; where it shows nothing, the image.
   * Unchanged when a frame is unknown or the two are too far apart.
   */
  static RgbImage over(LabelledImage image, LabelledImage counterpart) {
    CropFrame into = image.frame();
    CropFrame from = counterpart.frame();
    if (into == null || from == null || !near(into, from)) {
      return counterpart.image();
    }
    return warp(image.image(), into, counterpart.image(), from);
  }

  private static boolean near(CropFrame a, CropFrame b) {
    double distance = Math.hypot(a.centreX() - b.centreX(), a.centreY() - b.centreY());
    double ratio = a.side() / b.side();
    return distance < FARTHEST * a.side() && ratio < 1 + FARTHEST && 1 / ratio < 1 + FARTHEST;
  }

  private static RgbImage warp(
      RgbImage image, CropFrame into, RgbImage counterpart, CropFrame from) {
    int size = image.width();
    double turn = Math.toRadians(into.rollDegrees() - from.rollDegrees());
    double scale = into.side() / from.side();
    double cos = scale * Math.cos(turn);
    double sin = scale * Math.sin(turn);
    double back = -Math.toRadians(from.rollDegrees());
    double perPixel = size / from.side();
    double dx = (into.centreX() - from.centreX()) * perPixel;
    double dy = (into.centreY() - from.centreY()) * perPixel;
    double middle = (size - 1) / 2.0;
    double startX = middle + dx * Math.cos(back) - dy * Math.sin(back);
    double startY = middle + dx * Math.sin(back) + dy * Math.cos(back);
    byte[] rgb = image.rgb().clone();
    for (int y = 0; y < size; y++) {
      for (int x = 0; x < size; x++) {
        double u = startX + cos * (x - middle) - sin * (y - middle);
        double v = startY + sin * (x - middle) + cos * (y - middle);
        if (u >= 0 && v >= 0 && u <= size - 1 && v <= size - 1) {
          sample(counterpart, u, v, rgb, 3 * (y * size + x));
        }
      }
    }
    return new RgbImage(size, size, rgb);
  }

  private static void sample(RgbImage from, double x, double y, byte[] rgb, int at) {
    int left = (int) Math.min(x, from.width() - 2);
    int top = (int) Math.min(y, from.height() - 2);
    double right = x - left;
    double down = y - top;
    for (int c = 0; c < 3; c++) {
      double upper = from.at(left, top, c) * (1 - right) + from.at(left + 1, top, c) * right;
      double lower =
          from.at(left, top + 1, c) * (1 - right) + from.at(left + 1, top + 1, c) * right;
      rgb[at + c] = (byte) Math.round(upper * (1 - down) + lower * down);
    }
  }
}
