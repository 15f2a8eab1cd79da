package io.mien.orchestrator.run;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.LabelGroups;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.CheckpointSummary;
import io.mien.contracts.result.LabelSet;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The labels of one group of a checkpoint that a photo is to get.
 *
 * @param holds attributes that the photo shows already
 */
public record AskedLabels(String group, List<String> labels, List<String> holds) {

  private static final String ALL = "all";

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
    List<LabelSet> groups = known(checkpoint);
    List<String> words = words(form.labels());
    boolean all = words.isEmpty() || words.equals(List.of(ALL));
    LabelSet group = group(form.group(), all ? null : words.get(0), groups);
    List<String> labels =
        all ? group.names() : words.stream().map(word -> known(word, group)).distinct().toList();
    if (group.exclusive() && !words(form.holds()).isEmpty()) {
      throw new InvalidInput(
          "unknown-expression",
          "The photo is said to show %s, but of %s only the new label counts: leave 'holds' out."
              .formatted(form.holds(), group.group()));
    }
    List<String> holds = words(form.holds()).stream().map(word -> known(word, group)).toList();
    return new AskedLabels(group.group(), labels, holds);
  }

  /** The groups of labels that a checkpoint knows, its first one first. */
  static List<LabelSet> known(CheckpointSummary checkpoint) {
    return checkpoint.groups().isEmpty()
        ? List.of(new LabelSet(LabelGroups.EXPRESSION, true, checkpoint.labels()))
        : checkpoint.groups();
  }

  private static LabelSet group(
      @Nullable String name, @Nullable String label, List<LabelSet> groups) {
    if (name != null && !name.isBlank()) {
      return groups.stream()
          .filter(group -> group.group().equals(name.strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  new InvalidInput(
                      "unknown-group",
                      "The checkpoint knows no group of labels '%s'; choose from %s."
                          .formatted(name, names(groups))));
    }
    if (label == null) {
      return groups.get(0);
    }
    return groups.stream()
        .filter(group -> knows(group, label))
        .findFirst()
        .orElseThrow(() -> unknown(label, groups));
  }

  private static String names(List<LabelSet> groups) {
    return groups.stream().map(LabelSet::group).collect(Collectors.joining(", "));
  }

  private static boolean knows(LabelSet group, String word) {
    return group.names().contains(canonical(word, group));
  }

  private static String known(String word, LabelSet group) {
    if (!knows(group, word)) {
      throw unknown(word, List.of(group));
    }
    return canonical(word, group);
  }

  private static String canonical(String word, LabelSet group) {
    if (group.names().contains(word)) {
      return word;
    }
    return Expressions.canonical(word).or(() -> Poses.canonical(word)).orElse(word);
  }

  private static InvalidInput unknown(String word, List<LabelSet> groups) {
    String known =
        groups.stream().flatMap(group -> group.names().stream()).collect(Collectors.joining(", "));
    return new InvalidInput(
        "unknown-expression",
        "The checkpoint knows no expression '" + word + "'; choose from " + known + ", or all.");
  }

  private static List<String> words(@Nullable String text) {
    return text == null || text.isBlank()
        ? List.of()
        : Arrays.stream(text.split(",", -1)).map(String::strip).toList();
  }
}
