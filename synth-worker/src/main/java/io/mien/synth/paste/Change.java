package io.mien.synth.paste;

import io.mien.networks.image.RgbImage;

/**
 * What a generator changed of a crop, in three planes: red, green, blue; then the crop itself, in
 * three planes; then how much of the photo's detail no longer belongs there, 0 to 1. A grey crop
 * tells nothing of colour: the change of its brightness stands in every plane.
 */
final class Change {

  static final int CROP = 3;
  static final int REDRAWN = 6;
  static final int DEPTH = 7;

  /** Changes up to this many of 255 levels keep the photo's detail as it is. */
  private static final double SLIGHT = 6;

  /** From this many levels on, what is there was drawn anew. */
  private static final double STRONG = 40;

  private Change() {}

  static Planes of(RgbImage crop, RgbImage generated, boolean grey) {
    Planes planes = new Planes(crop.width(), DEPTH);
    for (int y = 0; y < crop.height(); y++) {
      for (int x = 0; x < crop.width(); x++) {
        for (int channel = 0; channel < 3; channel++) {
          double before = grey ? Grey.of(crop, x, y) : crop.at(x, y, channel);
          double after = grey ? Grey.of(generated, x, y) : generated.at(x, y, channel);
          planes.put(x, y, channel, after - before);
          planes.put(x, y, CROP + channel, before);
        }
      }
    }
    markRedrawn(planes);
    return planes;
  }

  /** By the mean change around each pixel, so that no speck of old detail stays in a new mouth. */
  private static void markRedrawn(Planes planes) {
    int reach = Math.max(1, planes.side() / 32);
    for (int y = 0; y < planes.side(); y++) {
      for (int x = 0; x < planes.side(); x++) {
        double change = meanChange(planes, x, y, reach);
        planes.put(x, y, REDRAWN, Smooth.step((change - SLIGHT) / (STRONG - SLIGHT)));
      }
    }
  }

  private static double meanChange(Planes planes, int x, int y, int reach) {
    double sum = 0;
    int pixels = 0;
    for (int j = Math.max(0, y - reach); j <= Math.min(planes.side() - 1, y + reach); j++) {
      for (int i = Math.max(0, x - reach); i <= Math.min(planes.side() - 1, x + reach); i++) {
        sum += largest(planes, i, j);
        pixels++;
      }
    }
    return sum / pixels;
  }

  private static double largest(Planes planes, int x, int y) {
    return Math.max(
        Math.abs(planes.at(x, y, 0)),
        Math.max(Math.abs(planes.at(x, y, 1)), Math.abs(planes.at(x, y, 2))));
  }
}
