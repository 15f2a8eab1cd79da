package io.mien.networks.label;

import java.util.ArrayList;
import java.util.List;

/**
 * A wish for one label of a group. An exclusive label takes the place of the one that held; one of
 * several alternatives (hair colours) clears the others; any other independent label is turned on
 * or off.
 */
public record LabelEdit(LabelGroup group, int label) {
  public LabelEdit {
    if (label < 0 || label >= group.size()) {
      throw new IllegalArgumentException(
          "There is no label %d: there are %s.".formatted(label, group.names()));
    }
  }

  public HeldLabels of(HeldLabels held) {
    List<Integer> alternatives = alternatives();
    if (group.kind() == LabelKind.EXCLUSIVE) {
      return HeldLabels.of(label);
    }
    List<Integer> after = new ArrayList<>(held.indices());
    boolean wasHeld = after.remove((Integer) label);
    after.removeAll(alternatives);
    if (!alternatives.isEmpty() || !wasHeld) {
      after.add(label);
    }
    return new HeldLabels(after);
  }

  private List<Integer> alternatives() {
    String name = group.names().get(label);
    return group.alternatives().stream()
        .filter(names -> names.contains(name))
        .flatMap(List::stream)
        .map(group::index)
        .toList();
  }
}
