package io.mien.networks.training;

import io.mien.networks.image.ImageSet;
import io.mien.networks.image.LabelledImage;
import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * What the other sets of a training tell of one set's images. Groups of one dataset share their
 * {@link RgbImage} objects, by which an image is recognised.
 */
final class LabelsElsewhere {
  private final Map<RgbImage, Map<String, HeldLabels>> byImage = new IdentityHashMap<>();

  private LabelsElsewhere() {}

  /** What all sets but one tell. */
  static LabelsElsewhere of(TrainingSets sets, int set) {
    LabelsElsewhere elsewhere = new LabelsElsewhere();
    for (int other = 0; other < sets.count(); other++) {
      if (sets.group(other) != sets.group(set)) {
        elsewhere.add(sets.get(other));
      }
    }
    return elsewhere;
  }

  private void add(ImageSet images) {
    for (int at = 0; at < images.size(); at++) {
      LabelledImage image = images.get(at);
      byImage
          .computeIfAbsent(image.image(), unused -> new HashMap<>())
          .put(images.labels().name(), image.labels());
    }
  }

  /** Whether two images show the same in every group that is known of both. */
  boolean agree(RgbImage one, RgbImage other) {
    Map<String, HeldLabels> known = byImage.getOrDefault(one, Map.of());
    Map<String, HeldLabels> there = byImage.getOrDefault(other, Map.of());
    return known.entrySet().stream()
        .filter(group -> there.containsKey(group.getKey()))
        .allMatch(group -> group.getValue().equals(there.get(group.getKey())));
  }
}
