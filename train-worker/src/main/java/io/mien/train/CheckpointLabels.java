package io.mien.train;

import io.mien.contracts.result.LabelSet;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import java.util.List;

/** Label groups of a network as others are told of them. */
final class CheckpointLabels {

  private CheckpointLabels() {}

  static List<LabelSet> of(List<LabelGroup> groups) {
    return groups.stream()
        .map(
            group -> new LabelSet(group.name(), group.kind() == LabelKind.EXCLUSIVE, group.names()))
        .toList();
  }
}
