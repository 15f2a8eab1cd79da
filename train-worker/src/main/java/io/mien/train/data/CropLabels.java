package io.mien.train.data;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.CropRecord;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** One group of labels that a network learns, and how a dataset's crops tell them. */
public final class CropLabels {

  private final LabelGroup group;
  private final Function<CropRecord, Optional<HeldLabels>> told;

  private CropLabels(LabelGroup group, Function<CropRecord, Optional<HeldLabels>> told) {
    this.group = group;
    this.told = told;
  }

  /**
   * Labels of which a crop shows exactly one.
   *
   * @param label index of the one that a crop shows; empty when its dataset does not tell
   */
  static CropLabels exclusive(LabelGroup group, Function<CropRecord, Optional<Integer>> label) {
    return new CropLabels(group, crop -> label.apply(crop).map(HeldLabels::of));
  }

  /**
   * Labels that are the same everywhere.
   *
   * @param name {@code expression} or {@code pose}
   */
  static CropLabels exclusive(String name, List<String> names) {
    LabelGroup group = LabelGroup.exclusive(name, names);
    return exclusive(group, crop -> crop.label(name).filter(names::contains).map(group::index));
  }

  /** Attributes, by their names ({@link Attribute}). */
  static CropLabels attributes(List<String> names) {
    List<Attribute> attributes = names.stream().map(Attribute::parse).distinct().toList();
    LabelGroup group = AttributeGroup.of(attributes);
    return new CropLabels(group, crop -> held(crop, attributes, group));
  }

  public LabelGroup group() {
    return group;
  }

  /** What holds for a crop; empty when its dataset does not tell, or contradicts itself. */
  Optional<HeldLabels> of(CropRecord crop) {
    return told.apply(crop);
  }

  private static Optional<HeldLabels> held(
      CropRecord crop, List<Attribute> attributes, LabelGroup group) {
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
