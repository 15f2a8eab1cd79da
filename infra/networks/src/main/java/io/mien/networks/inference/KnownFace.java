package io.mien.networks.inference;

import io.mien.networks.image.RgbImage;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.List;
import java.util.Map;

/**
 * A face and what is known of it.
 *
 * @param holds labels by the name of their group; an attribute that nobody tells counts as absent
 */
public record KnownFace(RgbImage image, Map<String, HeldLabels> holds) {
  public KnownFace {
    holds = Map.copyOf(holds);
  }

  /** A face of which nothing is known, which is enough for expressions and poses. */
  public static KnownFace of(RgbImage image) {
    return new KnownFace(image, Map.of());
  }

  /**
   * A face that is said to hold these labels of a group; with none, nothing is known of it.
   *
   * @throws IllegalArgumentException when they are unknown or contradict each other
   */
  public static KnownFace holding(RgbImage image, LabelGroup group, List<String> labels) {
    return labels.isEmpty()
        ? of(image)
        : new KnownFace(image, Map.of(group.name(), group.held(labels)));
  }
}
