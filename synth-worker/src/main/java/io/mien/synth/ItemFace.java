package io.mien.synth;

import io.mien.contracts.synthesis.PreparedItem;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;

/** An item of a bulk synthesis with its crop, decoded. */
record ItemFace(PreparedItem item, RgbImage image) {

  static ItemFace of(PreparedItem item, byte[] png) {
    return new ItemFace(item, Png.decode(png));
  }

  /**
   * The face with the attributes that it is said to hold.
   *
   * @throws IllegalArgumentException when these contradict each other
   */
  KnownFace known(LabelGroup group) {
    return KnownFace.holding(image, group, item.holds());
  }
}
