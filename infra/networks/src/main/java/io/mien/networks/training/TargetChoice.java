package io.mien.networks.training;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.mien.networks.label.HeldLabels;
import io.mien.networks.label.LabelEdit;
import io.mien.networks.label.LabelGroup;
import io.mien.networks.label.LabelKind;
import io.mien.networks.random.CounterRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Which labels an image is to get in training. */
public enum TargetChoice {
  /** A permutation of what the batch's images hold, the reference's. */
  @JsonProperty("permuted")
  PERMUTED,
  /**
   * Any label, each as likely. Of independent labels, an edit of any one ({@link LabelEdit}), be it
   * that the image has that hair colour already.
   */
  @JsonProperty("uniform")
  UNIFORM,
  /** Any label but the image's own, each as likely. Of independent labels, a change of any one. */
  @JsonProperty("other")
  OTHER;

  /**
   * @param originals what each image of the batch shows
   */
  List<HeldLabels> choose(List<HeldLabels> originals, LabelGroup group, CounterRandom random) {
    int[] order = random.permutation(originals.size());
    List<HeldLabels> targets = new ArrayList<>();
    for (int i = 0; i < order.length; i++) {
      HeldLabels original = originals.get(i);
      targets.add(
          switch (this) {
            case PERMUTED -> originals.get(order[i]);
            case UNIFORM -> edits(group, original).get(random.nextInt(group.size()));
            case OTHER -> other(group, original, random);
          });
    }
    return targets;
  }

  private static HeldLabels other(LabelGroup group, HeldLabels original, CounterRandom random) {
    if (group.kind() == LabelKind.EXCLUSIVE) {
      int step = 1 + random.nextInt(group.size() - 1);
      return HeldLabels.of((original.only() + step) % group.size());
    }
    List<HeldLabels> changes =
        edits(group, original).stream().filter(edited -> !edited.equals(original)).toList();
    return changes.get(random.nextInt(changes.size()));
  }

  /** The row with each label of the group edited in turn. */
  private static List<HeldLabels> edits(LabelGroup group, HeldLabels original) {
    return IntStream.range(0, group.size())
        .mapToObj(label -> new LabelEdit(group, label).of(original))
        .toList();
  }
}
