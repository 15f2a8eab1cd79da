package io.mien.synth;

import io.mien.contracts.dataset.CropRecord;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.Crop;

/** A crop, decoded. */
record SourceFace(CropRecord crop, RgbImage image) {

  static SourceFace of(Crop crop) {
    return new SourceFace(crop.record(), Png.decode(crop.png()));
  }
}
