package io.mien.synth.form;

import io.mien.contracts.picture.ImageForm;
import io.mien.networks.image.RgbImage;
import io.mien.synth.resize.CubicRows;

/** A square of another size: neither blocks in larger pictures nor patterns in smaller ones. */
public final class Resized {

  private static final int CHANNELS = 3;

  private Resized() {}

  /** A square of the size that a form asks for; as it is where the form asks for none. */
  public static RgbImage of(RgbImage image, ImageForm form) {
    return form.size() == null ? image : square(image, form.size());
  }

  /**
   * @param size side of the result in pixels
   */
  public static RgbImage square(RgbImage image, int size) {
    if (image.width() == size) {
      return image;
    }
    byte[] rgb = new byte[CHANNELS * size * size];
    for (int channel = 0; channel < CHANNELS; channel++) {
      float[] wide = CubicRows.resize(plane(image, channel), image.width(), image.height(), size);
      float[] both = CubicRows.resize(wide, image.height(), size, size);
      for (int i = 0; i < both.length; i++) {
        rgb[CHANNELS * i + channel] = (byte) Math.round(Math.max(0, Math.min(255, both[i])));
      }
    }
    return new RgbImage(size, size, rgb);
  }

  private static float[] plane(RgbImage image, int channel) {
    float[] values = new float[image.width() * image.height()];
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        values[y * image.width() + x] = image.at(x, y, channel);
      }
    }
    return values;
  }
}
