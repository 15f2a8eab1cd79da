package io.mien.synth.paste;

import io.mien.contracts.picture.CropPlacement;
import io.mien.networks.image.RgbImage;

/**
 * Puts what a generator made of a crop back into the photo that the crop was cut from, in the
 * photo's resolution. What is added to the photo is the change, so that detail finer than the crop
 * stays where little changed; where much did, the photo's detail gives way to the generated pixels
 * (ADR 0019). Pixels outside the mask stay as they are, bit by bit. Thread-safe.
 */
public final class FacePaste {

  private final RgbImage photo;
  private final RgbImage crop;
  private final CropPlacement placement;
  private final boolean grey;

  /**
   * @param photo upright, in its own resolution
   * @param crop square, as it was cut from the photo
   * @param placement of the crop in the photo
   */
  public FacePaste(RgbImage photo, RgbImage crop, CropPlacement placement) {
    if (crop.width() != crop.height()) {
      throw new IllegalArgumentException(
          "A crop is square, found %d x %d.".formatted(crop.width(), crop.height()));
    }
    this.photo = photo;
    this.crop = crop;
    this.placement = placement;
    this.grey = Grey.is(crop);
  }

  /**
   * A copy of the photo with the face as it was generated.
   *
   * @param generated of the crop's size
   */
  public RgbImage with(RgbImage generated) {
    if (generated.width() != crop.width() || generated.height() != crop.height()) {
      throw new IllegalArgumentException(
          "The crop has %d x %d pixels, what was generated of it %d x %d."
              .formatted(crop.width(), crop.height(), generated.width(), generated.height()));
    }
    byte[] pixels = photo.rgb().clone();
    Planes change = Change.of(crop, generated, grey);
    CropPlacement inCrop = placement.inverse();
    PhotoArea area = PhotoArea.of(placement, crop.width(), photo.width(), photo.height());
    double[] sample = new double[Change.DEPTH];
    double half = crop.width() / 2.0;
    for (int y = area.top(); y < area.bottom(); y++) {
      for (int x = area.left(); x < area.right(); x++) {
        double u = inCrop.x(x + 0.5, y + 0.5);
        double v = inCrop.y(x + 0.5, y + 0.5);
        double weight = SoftMask.at(u / half - 1, v / half - 1);
        if (weight > 0) {
          Footprint.average(change, inCrop, x, y, sample);
          put(pixels, x, y, sample, weight);
        }
      }
    }
    return new RgbImage(photo.width(), photo.height(), pixels);
  }

  private void put(byte[] pixels, int x, int y, double[] sample, double weight) {
    double brightness = Grey.of(photo, x, y);
    for (int channel = 0; channel < 3; channel++) {
      double shown = photo.at(x, y, channel);
      double detail = (grey ? brightness : shown) - sample[Change.CROP + channel];
      double change = sample[channel] - sample[Change.REDRAWN] * detail;
      double value = shown + weight * change;
      pixels[3 * (y * photo.width() + x) + channel] =
          (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
  }
}
