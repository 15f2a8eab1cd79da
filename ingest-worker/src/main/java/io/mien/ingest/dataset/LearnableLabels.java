package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.Poses;
import io.mien.ingest.layout.Columns;
import io.mien.ingest.layout.Picture;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a network could learn of pictures.
 *
 * @param expressions that they show
 * @param poses that they show
 * @param attributes columns that are learnable: of yes and no, where both occur, or of values,
 *     where at least two are shown by several people. Numbers are values only where they are few
 *     whole ones; columns that number frames, files or people are none
 * @param others columns that are not
 */
record LearnableLabels(
    SortedSet<String> expressions,
    SortedSet<String> poses,
    SortedSet<String> attributes,
    SortedSet<String> others) {

  static LearnableLabels of(Collection<Picture> pictures) {
    SortedSet<String> expressions =
        pictures.stream()
            .map(Picture::expression)
            .filter(Objects::nonNull)
            .collect(Collectors.toCollection(TreeSet::new));
    SortedSet<String> poses =
        pictures.stream()
            .map(picture -> Optional.ofNullable(picture.attributes().get(Columns.POSE)))
            .flatMap(Optional::stream)
            .map(Poses::canonical)
            .flatMap(Optional::stream)
            .collect(Collectors.toCollection(TreeSet::new));
    SortedSet<String> attributes = new TreeSet<>();
    SortedSet<String> others = new TreeSet<>();
    columns(pictures)
        .forEach((column, values) -> (values.learnable() ? attributes : others).add(column));
    others.remove(Columns.POSE);
    return new LearnableLabels(expressions, poses, attributes, others);
  }

  /** Whether there is a group of labels that a network can learn. */
  boolean any() {
    return expressions.size() >= 2 || poses.size() >= 2 || !attributes.isEmpty();
  }

  private static Map<String, Column> columns(Collection<Picture> pictures) {
    Map<String, Column> columns = new TreeMap<>();
    for (Picture picture : pictures) {
      picture
          .attributes()
          .forEach(
              (column, value) ->
                  columns
                      .computeIfAbsent(column, name -> new Column(name, new TreeMap<>()))
                      .add(value, picture.subject()));
    }
    return columns;
  }

  /** Whom each value of a column is shown by: the first subject, or nobody in particular. */
  private record Column(String name, Map<String, String> shownBy) {

    private static final String SEVERAL = "";

    /** Whole numbers of more values count or measure something. */
    private static final int MOST_CODES = 10;

    void add(String value, String subject) {
      String cell = value.strip();
      if (!cell.isEmpty()) {
        shownBy.merge(cell, subject, (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }

    boolean learnable() {
      if (name.equals(Columns.POSE) || !Columns.tellOfTheFace(name)) {
        return false;
      }
      List<Optional<Boolean>> answers =
          shownBy.keySet().stream().map(new Attribute(name, null)::holds).toList();
      if (answers.stream().allMatch(Optional::isPresent)) {
        return answers.stream().distinct().count() == 2;
      }
      long ofSeveral = shownBy.values().stream().filter(SEVERAL::equals).count();
      return ofSeveral >= 2 && !measures();
    }

    private boolean measures() {
      boolean numbers = shownBy.keySet().stream().allMatch(Column::isNumber);
      boolean whole = shownBy.keySet().stream().allMatch(value -> value.matches("[+-]?\\d+"));
      return numbers && !(whole && shownBy.size() <= MOST_CODES);
    }

    private static boolean isNumber(String value) {
      return value.matches("[+-]?(\\d+([.,]\\d*)?|[.,]\\d+)([eE][+-]?\\d+)?");
    }
  }
}
