package io.mien.networks.image;

/**
 * Where a square crop lies in the picture that it was cut from.
 *
 * @param centreX of the square, in pixels of the picture from its left edge
 * @param centreY from its upper edge
 * @param side of the square, in pixels of the picture
 * @param rollDegrees by which the square is turned, clockwise
 */
public record CropFrame(double centreX, double centreY, double side, double rollDegrees) {
  public CropFrame {
    if (!(side > 0)) {
      throw new IllegalArgumentException("The side of a crop must be positive, not " + side + ".");
    }
  }
}
