package io.mien.contracts.synthesis;

import io.mien.contracts.dataset.FaceChoice;
import io.mien.contracts.result.LabelSet;
import java.util.List;

/**
 * What holds for the items of a synthesis that say nothing else, and what they may say.
 *
 * @param known the groups of labels of the checkpoint, its first group first
 * @param group whose labels an item gets that names none
 * @param labels that such an item gets
 * @param holds attributes that such an item's photo shows already
 * @param face which of several
 */
public record ItemOptions(
    List<LabelSet> known, String group, List<String> labels, List<String> holds, FaceChoice face) {

  public ItemOptions {
    if (face == FaceChoice.ALL) {
      throw new IllegalArgumentException("One item gives one crop; choose one of its faces.");
    }
    known = List.copyOf(known);
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }
}
