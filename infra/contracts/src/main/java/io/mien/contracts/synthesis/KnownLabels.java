package io.mien.contracts.synthesis;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.LabelSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The labels that a checkpoint knows, by the words that people have for them.
 *
 * @param groups the checkpoint's first group first
 */
public record KnownLabels(List<LabelSet> groups) {

  /** What stands for every label of a group. */
  public static final String ALL = "all";

  public KnownLabels {
    groups = List.copyOf(groups);
  }

  /** Whether every label is meant by these words. */
  public static boolean isAll(List<String> words) {
    return words.isEmpty() || words.equals(List.of(ALL));
  }

  /**
   * @throws InvalidInput {@code unknown-group}
   */
  public LabelSet group(String name) {
    return groups.stream()
        .filter(group -> group.group().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidInput(
                    "unknown-group",
                    "The checkpoint knows no group of labels '%s'; choose from %s."
                        .formatted(
                            name,
                            groups.stream()
                                .map(LabelSet::group)
                                .collect(Collectors.joining(", ")))));
  }

  /**
   * The first group that knows a word.
   *
   * @throws InvalidInput {@code unknown-expression}
   */
  public LabelSet groupOf(String word) {
    return groups.stream()
        .filter(group -> find(word, group).isPresent())
        .findFirst()
        .orElseThrow(() -> unknown(word, groups));
  }

  /**
   * The labels of a group that words stand for, each once.
   *
   * @throws InvalidInput {@code unknown-expression}
   */
  public static List<String> labels(List<String> words, LabelSet group) {
    return isAll(words)
        ? group.names()
        : words.stream().map(word -> label(word, group)).distinct().toList();
  }

  /**
   * What a photo is said to show already.
   *
   * @throws InvalidInput {@code unknown-expression}, also where only the new label counts
   */
  public static List<String> held(List<String> words, LabelSet group) {
    if (group.exclusive() && !words.isEmpty()) {
      throw new InvalidInput(
          "unknown-expression",
          "The photo is said to show %s, but of %s only the new label counts: leave 'holds' out."
              .formatted(String.join(", ", words), group.group()));
    }
    return words.stream().map(word -> label(word, group)).toList();
  }

  private static String label(String word, LabelSet group) {
    return find(word, group).orElseThrow(() -> unknown(word, List.of(group)));
  }

  private static Optional<String> find(String word, LabelSet group) {
    String label =
        group.names().contains(word)
            ? word
            : Expressions.canonical(word).or(() -> Poses.canonical(word)).orElse(word);
    return Optional.of(label).filter(group.names()::contains);
  }

  private static InvalidInput unknown(String word, List<LabelSet> groups) {
    String known =
        groups.stream().flatMap(group -> group.names().stream()).collect(Collectors.joining(", "));
    return new InvalidInput(
        "unknown-expression",
        "The checkpoint knows no expression '" + word + "'; choose from " + known + ", or all.");
  }
}
