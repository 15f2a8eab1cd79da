package io.mien.train.data;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.CropRecord;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One group of labels that a network learns, and how a dataset's crops tell them. */
public final class CropLabels {

  private final LabelGroup group;
  private final List<Attribute> attributes;

  private CropLabels(LabelGroup group, List<Attribute> attributes) {
    this.group = group;
    this.attributes = attributes;
  }

  /**
   * Labels of which a crop shows exactly one.
   *
   * @param group {@code expression} or {@code pose}
   */
  static CropLabels exclusive(String group, List<String> names) {
    return new CropLabels(LabelGroup.exclusive(group, names), List.of());
  }

  /** Attributes, by their names ({@link Attribute}). */
  static CropLabels attributes(List<String> names) {
    List<Attribute> attributes = names.stream().map(Attribute::parse).distinct().toList();
    return new CropLabels(AttributeGroup.of(attributes), attributes);
  }

  public LabelGroup group() {
    return group;
  }

  /** What holds for a crop; empty when its dataset does not tell, or contradicts itself. */
  Optional<HeldLabels> of(CropRecord crop) {
    if (attributes.isEmpty()) {
      return crop.label(group.name())
          .filter(group.names()::contains)
          .map(label -> HeldLabels.of(group.index(label)));
    }
    List<String> holding = new ArrayList<>();
    for (Attribute attribute : attributes) {
      Optional<Boolean> holds = crop.holds(attribute);
      if (holds.isEmpty()) {
        return Optional.empty();
      }
      if (holds.get()) {
        holding.add(attribute.name());
      }
    }
    return group.contradict(holding) ? Optional.empty() : Optional.of(group.held(holding));
  }
}
