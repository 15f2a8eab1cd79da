package io.mien.networks.label;

import java.util.HashSet;
import java.util.List;

/**
 * Named labels of one dataset, in the order of the network's outputs. Names travel, indices do not.
 */
public record LabelGroup(LabelKind kind, List<String> names) {
  public LabelGroup {
    names = List.copyOf(names);
    if (names.size() < 2 && kind == LabelKind.EXCLUSIVE) {
      throw new IllegalArgumentException(
          "A group of exclusive labels needs at least two, found " + names + ".");
    }
    if (names.isEmpty() || new HashSet<>(names).size() != names.size()) {
      throw new IllegalArgumentException("Labels must be there and differ, found " + names + ".");
    }
  }

  public static LabelGroup exclusive(List<String> names) {
    return new LabelGroup(LabelKind.EXCLUSIVE, names);
  }

  public int size() {
    return names.size();
  }

  /** Position of a label; an unknown one is an error that lists what is known. */
  public int index(String name) {
    int index = names.indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Unknown label '%s': known are %s.".formatted(name, names));
    }
    return index;
  }

  /** One-hot values of a label. */
  public float[] oneHot(int index) {
    float[] values = new float[size()];
    values[index] = 1;
    return values;
  }
}
