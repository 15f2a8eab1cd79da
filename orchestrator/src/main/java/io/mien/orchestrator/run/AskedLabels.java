package io.mien.orchestrator.run;

import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.KnownLabels;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one group of a checkpoint that a photo is to get.
 *
 * @param holds attributes that the photo shows already
 */
public record AskedLabels(String group, List<String> labels, List<String> holds) {

  public AskedLabels {
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }

  /** What a form says, each a list separated by commas; null where it says nothing. */
  public record Form(@Nullable String labels, @Nullable String group, @Nullable String holds) {}

  /**
   * Reads a form by what the checkpoint knows. Without a group, it is the one that knows the first
   * label; all labels are those of the first group.
   *
   * @throws InvalidInput {@code unknown-expression} or {@code unknown-group}
   */
  public static AskedLabels of(Form form, CheckpointSummary checkpoint) {
    KnownLabels known = known(checkpoint);
    List<String> words = words(form.labels());
    LabelSet group = group(form.group(), words, known);
    return new AskedLabels(
        group.group(),
        KnownLabels.labels(words, group),
        KnownLabels.held(words(form.holds()), group));
  }

  /** What a checkpoint knows. */
  static KnownLabels known(CheckpointSummary checkpoint) {
    return new KnownLabels(
        checkpoint.groups().isEmpty()
            ? List.of(new LabelSet(LabelGroups.EXPRESSION, true, checkpoint.labels()))
            : checkpoint.groups());
  }

  private static LabelSet group(@Nullable String name, List<String> words, KnownLabels known) {
    if (name != null && !name.isBlank()) {
      return known.group(name.strip());
    }
    return KnownLabels.isAll(words) ? known.groups().get(0) : known.groupOf(words.get(0));
  }

  private static List<String> words(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
