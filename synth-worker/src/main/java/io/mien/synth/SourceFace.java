package io.mien.synth;

import io.mien.contracts.dataset.CropRecord;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.store.dataset.Crop;
import org.jspecify.annotations.Nullable;

/** A crop, decoded. */
record SourceFace(CropRecord crop, RgbImage image) {

  static SourceFace of(Crop crop) {
    return new SourceFace(crop.record(), Png.decode(crop.png()));
  }

  /** The face's own label of a group of exclusive labels, if its dataset tells. */
  @Nullable String shows(String group) {
    return group.equals(LabelGroups.ATTRIBUTES) ? null : crop.label(group).orElse(null);
  }
}
