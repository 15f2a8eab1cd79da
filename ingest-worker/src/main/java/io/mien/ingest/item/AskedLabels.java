package io.mien.ingest.item;

import io.mien.contracts.dataset.Expressions;
import io.mien.contracts.dataset.Poses;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.ItemOptions;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The labels of one group of a checkpoint that an item's photo is to get.
 *
 * @param holds attributes that the photo shows already
 */
record AskedLabels(String group, List<String> labels, List<String> holds) {

  private static final String ALL = "all";

  AskedLabels {
    labels = List.copyOf(labels);
    holds = List.copyOf(holds);
  }

  /**
   * Reads what an item asks for by what the checkpoint knows. One that names nothing gets what the
   * synthesis says; one that names a group and no label gets all of it; labels without a group are
   * of the one that knows the first of them, and all are all of the synthesis' group.
   *
   * @throws ItemRefused {@code unknown-expression}, {@code unknown-group} or {@code bad-field}
   */
  static AskedLabels of(ItemFields fields, ItemOptions options) {
    List<String> words = fields.words(ItemFields.EXPRESSIONS);
    List<String> held = fields.words(ItemFields.HOLDS);
    LabelSet group = group(fields, words, options);
    boolean named = !words.isEmpty() || !group.group().equals(options.group());
    if (!named) {
      List<String> holds = held.isEmpty() ? options.holds() : holds(held, group);
      return new AskedLabels(group.group(), options.labels(), holds);
    }
    boolean all = words.isEmpty() || words.equals(List.of(ALL));
    List<String> labels =
        all ? group.names() : words.stream().map(word -> known(word, group)).distinct().toList();
    return new AskedLabels(group.group(), labels, holds(held, group));
  }

  private static LabelSet group(ItemFields fields, List<String> words, ItemOptions options) {
    List<LabelSet> groups = options.known();
    String name = fields.optional(ItemFields.GROUP).map(String::strip).orElse("");
    if (name.isEmpty() && !words.isEmpty() && !words.equals(List.of(ALL))) {
      return groups.stream()
          .filter(group -> knows(group, words.get(0)))
          .findFirst()
          .orElseThrow(() -> unknown(words.get(0), groups));
    }
    String wanted = name.isEmpty() ? options.group() : name;
    return groups.stream()
        .filter(group -> group.group().equals(wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new ItemRefused(
                    "unknown-group",
                    "The checkpoint knows no group of labels '%s'; choose from %s."
                        .formatted(Excerpt.of(wanted), names(groups))));
  }

  private static List<String> holds(List<String> held, LabelSet group) {
    if (group.exclusive() && !held.isEmpty()) {
      throw new ItemRefused(
          "unknown-expression",
          "The photo is said to show %s, but of %s only the new label counts: leave 'holds' out."
              .formatted(Excerpt.of(String.join(", ", held)), group.group()));
    }
    return held.stream().map(word -> known(word, group)).toList();
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

  private static ItemRefused unknown(String word, List<LabelSet> groups) {
    String known =
        groups.stream().flatMap(group -> group.names().stream()).collect(Collectors.joining(", "));
    return new ItemRefused(
        "unknown-expression",
        "The checkpoint knows no expression '%s'; choose from %s, or all."
            .formatted(Excerpt.of(word), known));
  }
}
