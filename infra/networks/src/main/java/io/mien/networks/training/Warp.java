package io.mien.networks.training;

/**
 * Random rotation and change of size about the image's centre, resampled bilinearly from the
 * original pixels; beyond the border its pixels are repeated.
 *
 * @param rotation largest angle in degrees, either way
 * @param scale largest relative change of size, such as 0.1 for 0.9 to 1.1
 */
public record Warp(double rotation, double scale) {
  public Warp {
    if (!(rotation >= 0 && rotation <= 180 && scale >= 0 && scale < 1)) {
      throw new IllegalArgumentException(
          "A warp needs 0 <= rotation <= 180 degrees and 0 <= scale < 1; found %s, %s."
              .formatted(rotation, scale));
    }
  }

  public static Warp none() {
    return new Warp(0, 0);
  }

  boolean used() {
    return rotation > 0 || scale > 0;
  }
}
