package io.mien.train.data;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.networks.label.LabelGroup;
import java.util.ArrayList;
import java.util.List;

/** Attributes as a network's labels, with those that exclude each other as alternatives. */
public final class AttributeGroup {

  private AttributeGroup() {}

  /** In the order given. */
  public static LabelGroup of(List<Attribute> attributes) {
    return LabelGroup.independent(
        LabelGroups.ATTRIBUTES,
        attributes.stream().map(Attribute::name).toList(),
        alternatives(attributes));
  }

  private static List<List<String>> alternatives(List<Attribute> attributes) {
    List<List<String>> sets = new ArrayList<>();
    for (Attribute attribute : attributes) {
      List<String> set =
          attributes.stream()
              .filter(other -> other.equals(attribute) || other.excludes(attribute))
              .map(Attribute::name)
              .toList();
      if (set.size() > 1 && !sets.contains(set)) {
        sets.add(set);
      }
    }
    return sets;
  }
}
