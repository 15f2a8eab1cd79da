package io.mien.contracts.task;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.LabelGroups;
import java.util.List;

/**
 * One group of labels that a network of another program knows.
 *
 * @param group one of {@link LabelGroups#ALL}
 * @param names in the order of the network's inputs or outputs; attributes as {@link Attribute}
 *     says, which of them exclude each other follows from their names
 */
public record ImportedLabels(String group, List<String> names) {

  public ImportedLabels {
    names = List.copyOf(names);
    if (!LabelGroups.ALL.contains(group)) {
      throw new IllegalArgumentException(
          "There is no group of labels '%s': choose among %s.".formatted(group, LabelGroups.ALL));
    }
    if (group.equals(LabelGroups.ATTRIBUTES)) {
      names.forEach(Attribute::parse);
    }
  }

  /** Whether exactly one label holds; else each holds or not. */
  public boolean exclusive() {
    return !group.equals(LabelGroups.ATTRIBUTES);
  }
}
