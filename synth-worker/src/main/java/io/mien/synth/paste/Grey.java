package io.mien.synth.paste;

import io.mien.networks.image.RgbImage;

/** Brightness as ingest takes it of a photo for grey crops (ITU-R BT.601). */
final class Grey {

  private Grey() {}

  static double of(RgbImage image, int x, int y) {
    return of(image.at(x, y, 0), image.at(x, y, 1), image.at(x, y, 2));
  }

  static double of(double red, double green, double blue) {
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  }

  /** Whether every pixel has three equal channels. */
  static boolean is(RgbImage image) {
    byte[] rgb = image.rgb();
    for (int i = 0; i < rgb.length; i += 3) {
      if (rgb[i] != rgb[i + 1] || rgb[i] != rgb[i + 2]) {
        return false;
      }
    }
    return true;
  }
}
