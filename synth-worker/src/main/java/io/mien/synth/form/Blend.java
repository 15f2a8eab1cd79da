package io.mien.synth.form;

import io.mien.networks.image.RgbImage;

/**
 * Intensity between the photo and the full expression, pixel by pixel: {@code photo + share ·
 * (generated − photo)}. Networks learnt labels that hold or do not; a half of one is nothing they
 * ever saw, while this is defined for every checkpoint.
 */
public final class Blend {

  private Blend() {}

  /**
   * @param share 0 gives the photo, 1 what was generated
   */
  public static RgbImage of(RgbImage photo, RgbImage generated, double share) {
    if (share == 1) {
      return generated;
    }
    byte[] from = photo.rgb();
    byte[] to = generated.rgb();
    byte[] blended = new byte[to.length];
    for (int i = 0; i < to.length; i++) {
      int before = from[i] & 0xFF;
      blended[i] = (byte) Math.round(before + share * ((to[i] & 0xFF) - before));
    }
    return new RgbImage(generated.width(), generated.height(), blended);
  }
}
