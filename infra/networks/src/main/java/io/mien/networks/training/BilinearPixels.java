package io.mien.networks.training;

import io.mien.networks.image.RgbImage;

/** Colours between the pixels of an image, the border repeated. Not thread-safe. */
final class BilinearPixels {
  private final RgbImage image;
  private int left;
  private int top;
  private float right;
  private float down;

  BilinearPixels(RgbImage image) {
    this.image = image;
  }

  /** Goes to a place; whole numbers are pixel centres. */
  void moveTo(double x, double y) {
    double column = Math.max(0, Math.min(image.width() - 1, x));
    double row = Math.max(0, Math.min(image.height() - 1, y));
    left = (int) column;
    top = (int) row;
    right = (float) (column - left);
    down = (float) (row - top);
  }

  /** Level 0 to 255 of a channel at this place. */
  float level(int channel) {
    int nextColumn = Math.min(left + 1, image.width() - 1);
    int nextRow = Math.min(top + 1, image.height() - 1);
    float upper = mix(image.at(left, top, channel), image.at(nextColumn, top, channel), right);
    float lower =
        mix(image.at(left, nextRow, channel), image.at(nextColumn, nextRow, channel), right);
    return mix(upper, lower, down);
  }

  private static float mix(float a, float b, float share) {
    return a + share * (b - a);
  }
}
