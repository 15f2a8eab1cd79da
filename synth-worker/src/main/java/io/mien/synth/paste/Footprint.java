package io.mien.synth.paste;

import io.mien.contracts.picture.CropPlacement;
import java.util.Arrays;

/** What of a crop lies under one pixel of the photo. */
final class Footprint {

  private Footprint() {}

  /**
   * The mean of several points, as many as the pixel covers pixels of the crop along a side: one
   * alone would alias where the crop is finer than the photo.
   *
   * @param inCrop where points of the photo lie in the crop
   * @param mean one value for each plane, overwritten
   */
  static void average(Planes planes, CropPlacement inCrop, int x, int y, double[] mean) {
    Arrays.fill(mean, 0);
    int points = Math.max(1, (int) Math.ceil(inCrop.scale() - 0.01));
    for (int j = 0; j < points; j++) {
      for (int i = 0; i < points; i++) {
        double right = x + (i + 0.5) / points;
        double down = y + (j + 0.5) / points;
        planes.addAt(inCrop.x(right, down), inCrop.y(right, down), mean);
      }
    }
    for (int plane = 0; plane < mean.length; plane++) {
      mean[plane] /= points * points;
    }
  }
}
