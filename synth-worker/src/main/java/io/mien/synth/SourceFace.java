package io.mien.synth;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.CropRecord;
import io.mien.networks.image.Png;
import io.mien.networks.image.RgbImage;
import io.mien.networks.inference.KnownFace;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.store.dataset.Crop;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A crop, decoded. */
record SourceFace(CropRecord crop, RgbImage image) {

  static SourceFace of(Crop crop) {
    return new SourceFace(crop.record(), Png.decode(crop.png()));
  }

  /** The face's own label of a group of exclusive labels, if its dataset tells. */
  @Nullable String shows(LabelGroup group) {
    return group.kind() == LabelKind.EXCLUSIVE ? crop.label(group.name()).orElse(null) : null;
  }

  /**
   * The face with what its dataset tells of a group of attributes; nothing where that contradicts
   * itself.
   */
  KnownFace known(LabelGroup group) {
    if (group.kind() == LabelKind.EXCLUSIVE) {
      return KnownFace.of(image);
    }
    List<String> holding =
        group.names().stream()
            .filter(name -> crop.holds(Attribute.parse(name)).orElse(false))
            .toList();
    return group.contradict(holding)
        ? KnownFace.of(image)
        : new KnownFace(image, Map.of(group.name(), group.held(holding)));
  }
}
