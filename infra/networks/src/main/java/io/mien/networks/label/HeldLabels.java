package io.mien.networks.label;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The labels of one group that hold for an image: exactly one of an exclusive group, any number of
 * independent ones.
 *
 * @param indices within the group, ascending
 */
public record HeldLabels(List<Integer> indices) {
  public HeldLabels {
    indices = List.copyOf(new TreeSet<>(indices));
  }

  /** One label alone. */
  public static HeldLabels of(int index) {
    return new HeldLabels(List.of(index));
  }

  public static HeldLabels none() {
    return new HeldLabels(List.of());
  }

  public boolean holds(int index) {
    return indices.contains(index);
  }

  /**
   * The label of an exclusive group.
   *
   * @throws IllegalStateException when none or several hold
   */
  public int only() {
    if (indices.size() != 1) {
      throw new IllegalStateException("One label was expected, these hold: " + indices + ".");
    }
    return indices.get(0);
  }

  /** Indices separated by commas. */
  @Override
  public String toString() {
    return indices.stream().map(String::valueOf).collect(Collectors.joining(","));
  }
}
