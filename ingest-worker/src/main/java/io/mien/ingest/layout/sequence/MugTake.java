package io.mien.ingest.layout.sequence;

import io.mien.contracts.dataset.Expressions;
import io.mien.ingest.layout.Label;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the folders around a take of MUG tell.
 *
 * @param name of the take, such as {@code take000}
 */
record MugTake(String subject, Label label, String name) {

  private static final String SUBJECT = "\\d{3}";
  private static final String TAKE = "take";

  /**
   * Empty when no folder is a person's.
   *
   * @param folders from the root of the dataset
   */
  static Optional<MugTake> of(List<String> folders) {
    for (int i = 0; i < folders.size(); i++) {
      if (folders.get(i).matches(SUBJECT)) {
        return Optional.of(of(folders.get(i), folders.subList(i + 1, folders.size())));
      }
    }
    return Optional.empty();
  }

  private static MugTake of(String subject, List<String> below) {
    boolean direct =
        below.isEmpty()
            || below.get(0).toLowerCase(Locale.ROOT).startsWith(TAKE)
                && Expressions.canonical(below.get(0)).isEmpty();
    if (direct) {
      String why = "its take lies directly under the person and has no label";
      return new MugTake(subject, new Label.Missing(why), String.join("/", below));
    }
    String name = String.join("/", below.subList(1, below.size()));
    return new MugTake(subject, Label.of(below.get(0)), name);
  }
}
