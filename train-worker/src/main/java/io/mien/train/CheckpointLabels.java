package io.mien.train;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.task.ImportedLabels;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.train.data.AttributeGroup;
import java.util.List;

/** Label groups of a network as others are told of them. */
final class CheckpointLabels {

  private CheckpointLabels() {}

  /** The groups of a network that another program trained. */
  static List<LabelGroup> imported(List<ImportedLabels> groups) {
    return groups.stream()
        .map(
            labels ->
                labels.exclusive()
                    ? LabelGroup.exclusive(labels.group(), labels.names())
                    : AttributeGroup.of(labels.names().stream().map(Attribute::parse).toList()))
        .toList();
  }

  static List<LabelSet> of(List<LabelGroup> groups) {
    return groups.stream()
        .map(
            group -> new LabelSet(group.name(), group.kind() == LabelKind.EXCLUSIVE, group.names()))
        .toList();
  }
}
