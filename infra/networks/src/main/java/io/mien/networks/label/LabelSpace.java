package io.mien.networks.label;

import java.util.List;

/**
 * What a generator can be asked for: one group, or several that are trained jointly. With several,
 * the condition vector is all groups one after another (unknown ones zero), then a one-hot mask
 * that says which group is meant (StarGAN, section 3.2).
 */
public record LabelSpace(List<LabelGroup> groups) {
  public LabelSpace {
    groups = List.copyOf(groups);
    if (groups.isEmpty()) {
      throw new IllegalArgumentException("A label space needs at least one group of labels.");
    }
    if (groups.stream().map(LabelGroup::name).distinct().count() < groups.size()) {
      throw new IllegalArgumentException(
          "Each group of labels needs a name of its own, found %s.".formatted(names(groups)));
    }
  }

  private static List<String> names(List<LabelGroup> groups) {
    return groups.stream().map(LabelGroup::name).toList();
  }

  public static LabelSpace of(LabelGroup group) {
    return new LabelSpace(List.of(group));
  }

  public LabelGroup group(int group) {
    return groups.get(group);
  }

  /** Position of a group; an unknown one is an error that lists what is known. */
  public int index(String name) {
    int index = names(groups).indexOf(name);
    if (index < 0) {
      throw new IllegalArgumentException(
          "Unknown group of labels '%s': known are %s.".formatted(name, names(groups)));
    }
    return index;
  }

  /** Labels of all groups: the critic's outputs. */
  public int labels() {
    return offset(groups.size());
  }

  /** Length of the condition vector. */
  public int conditions() {
    return labels() + (groups.size() > 1 ? groups.size() : 0);
  }

  /** Where a group starts among all labels. */
  public int offset(int group) {
    return groups.subList(0, group).stream().mapToInt(LabelGroup::size).sum();
  }

  /** Condition vector for one group's label values. */
  public float[] condition(int group, float[] values) {
    if (values.length != groups.get(group).size()) {
      throw new IllegalArgumentException(
          "%d label values for a group of %d.".formatted(values.length, groups.get(group).size()));
    }
    float[] condition = new float[conditions()];
    System.arraycopy(values, 0, condition, offset(group), values.length);
    if (groups.size() > 1) {
      condition[labels() + group] = 1;
    }
    return condition;
  }
}
