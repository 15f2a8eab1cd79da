package io.mien.synth.webp;

import io.mien.networks.image.RgbImage;

/**
 * A picture as what its neighbours do not tell: green is taken from red and blue, then each pixel
 * is foretold from those at its left and above (RFC 9649, 3.5: subtract green, and predictor 12,
 * left + above − above left).
 */
final class Residuals {

  static final int PREDICTOR = 12;

  private Residuals() {}

  /** Three bytes for each pixel, in the order of RgbImage. */
  static byte[] of(RgbImage image) {
    int width = image.width();
    byte[] rest = withoutGreen(image.rgb());
    // From the end, so that what foretells a pixel is still there; a photo has no room for a copy
    for (int y = image.height() - 1; y >= 0; y--) {
      for (int x = width - 1; x >= 0; x--) {
        int at = 3 * (y * width + x);
        for (int i = at; i < at + 3; i++) {
          rest[i] = (byte) (rest[i] - foretold(rest, i, x, y, 3 * width));
        }
      }
    }
    return rest;
  }

  private static int foretold(byte[] rest, int i, int x, int y, int row) {
    if (y == 0) {
      return x == 0 ? 0 : rest[i - 3];
    }
    if (x == 0) {
      return rest[i - row];
    }
    int sum = (rest[i - 3] & 0xFF) + (rest[i - row] & 0xFF) - (rest[i - row - 3] & 0xFF);
    return Math.max(0, Math.min(255, sum));
  }

  private static byte[] withoutGreen(byte[] rgb) {
    byte[] rest = new byte[rgb.length];
    for (int i = 0; i < rgb.length; i += 3) {
      rest[i] = (byte) (rgb[i] - rgb[i + 1]);
      rest[i + 1] = rgb[i + 1];
      rest[i + 2] = (byte) (rgb[i + 2] - rgb[i + 1]);
    }
    return rest;
  }
}
