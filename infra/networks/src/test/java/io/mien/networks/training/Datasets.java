package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Sets of small pictures with different groups of labels. */
final class Datasets {
  static final LabelGroup ATTRIBUTES =
      LabelGroup.independent(
          "attributes", List.of("black", "blond", "glasses"), List.of(List.of("black", "blond")));
  static final LabelGroup POSES =
      LabelGroup.exclusive("pose", List.of("full-left", "straight", "full-right"));

  private Datasets() {}

  static ImageSet expressions() {
    return Faces.set(30, 16, 1);
  }

  /** Fewer pictures of other people, with every combination of hair and glasses. */
  static ImageSet attributes() {
    return relabelled(
        Faces.set(12, 16, 2),
        ATTRIBUTES,
        i ->
            ATTRIBUTES.held(
                i % 2 == 0
                    ? List.of(i % 4 == 0 ? "black" : "blond", "glasses")
                    : List.of("blond")));
  }

  /** The expressions' own pictures, with poses. */
  static ImageSet poses(ImageSet expressions) {
    return relabelled(expressions, POSES, i -> HeldLabels.of(i / 3 % 3));
  }

  /** The same pictures of the same people with other labels, by position. */
  static ImageSet relabelled(ImageSet images, LabelGroup group, IntFunction<HeldLabels> labels) {
    List<LabelledImage> relabelled = new ArrayList<>();
    for (int i = 0; i < images.size(); i++) {
      LabelledImage image = images.get(i);
      relabelled.add(
          new LabelledImage(image.image(), labels.apply(i), image.subject(), image.frame()));
    }
    return new ImageSet(images.imageSize(), group, relabelled);
  }
}
