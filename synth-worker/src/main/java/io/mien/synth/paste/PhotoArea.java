package io.mien.synth.paste;

import io.mien.contracts.picture.CropPlacement;

/**
 * The upright rectangle of a photo that holds a crop.
 *
 * @param left first column
 * @param top first row
 * @param right column behind the last
 * @param bottom row behind the last
 */
record PhotoArea(int left, int top, int right, int bottom) {

  /**
   * @param side of the crop in its own pixels
   */
  static PhotoArea of(CropPlacement placement, int side, int width, int height) {
    double reachX = (Math.abs(placement.xu()) + Math.abs(placement.xv())) * side / 2;
    double reachY = (Math.abs(placement.yu()) + Math.abs(placement.yv())) * side / 2;
    double middleX = placement.x(side / 2.0, side / 2.0);
    double middleY = placement.y(side / 2.0, side / 2.0);
    return new PhotoArea(
        (int) Math.max(0, Math.floor(middleX - reachX)),
        (int) Math.max(0, Math.floor(middleY - reachY)),
        (int) Math.min(width, Math.ceil(middleX + reachX)),
        (int) Math.min(height, Math.ceil(middleY + reachY)));
  }
}
