package io.mien.ingest.item;

import io.mien.contracts.failure.InvalidInput;
import io.mien.contracts.result.LabelSet;
import io.mien.contracts.synthesis.ItemOptions;
import io.mien.contracts.synthesis.KnownLabels;
import java.util.List;

/**
 * The labels of one group of a checkpoint that an item's photo is to get.
 *
 * @param holds attributes that the photo shows already
 */
record AskedLabels(String group, List<String> labels, List<String> holds) {

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
    List<String> words = words(fields, ItemFields.EXPRESSIONS);
    List<String> held = words(fields, ItemFields.HOLDS);
    try {
      LabelSet group = group(fields, words, options);
      if (words.isEmpty() && group.group().equals(options.group())) {
        return new AskedLabels(
            group.group(),
            options.labels(),
            held.isEmpty() ? options.holds() : KnownLabels.held(held, group));
      }
      return new AskedLabels(
          group.group(), KnownLabels.labels(words, group), KnownLabels.held(held, group));
    } catch (InvalidInput e) {
      throw new ItemRefused(e.code(), String.valueOf(e.getMessage()));
    }
  }

  private static LabelSet group(ItemFields fields, List<String> words, ItemOptions options) {
    KnownLabels known = new KnownLabels(options.known());
    String name = fields.optional(ItemFields.GROUP).map(String::strip).orElse("");
    if (!name.isEmpty()) {
      return known.group(Excerpt.of(name));
    }
    return KnownLabels.isAll(words) ? known.group(options.group()) : known.groupOf(words.get(0));
  }

  /** Messages repeat them; what an excerpt changes is no label. */
  private static List<String> words(ItemFields fields, String name) {
    return fields.words(name).stream().map(Excerpt::of).toList();
  }
}
