package io.mien.synth.image.watermark;

import io.mien.networks.image.RgbImage;
import io.mien.synth.resize.CubicRows;

/** One number for each pixel of a square, row by row. */
final class Plane {

  private final int side;
  private final float[] values;

  /**
   * @param side in pixels
   */
  Plane(int side, float[] values) {
    this.side = side;
    this.values = values;
  }

  /** Brightness (ITU-R BT.601, as JPEG has it) of a picture, stretched to a square. */
  static Plane brightness(RgbImage image, int side) {
    float[] values = new float[image.width() * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        values[y * image.width() + x] =
            0.299f * image.at(x, y, 0) + 0.587f * image.at(x, y, 1) + 0.114f * image.at(x, y, 2);
      }
    }
    float[] wide = CubicRows.resize(values, image.width(), image.height(), side);
    return new Plane(side, CubicRows.resize(wide, image.height(), side, side));
  }

  int side() {
    return side;
  }

  float[] values() {
    return values;
  }

  float at(int x, int y) {
    return values[y * side + x];
  }

  /** Stretched to another size. */
  float[] resized(int width, int height) {
    return CubicRows.resize(CubicRows.resize(values, side, side, width), side, width, height);
  }
}
