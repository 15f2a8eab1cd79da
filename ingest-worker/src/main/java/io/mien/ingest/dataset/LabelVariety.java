package io.mien.ingest.dataset;

import io.mien.contracts.dataset.Attribute;
import io.mien.contracts.dataset.Poses;
import io.mien.ingest.layout.Columns;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a network could learn of pictures that are looked at one by one: expressions, poses, and
 * columns of attributes. A column is an attribute when it has yes and no, or two values that
 * several people show. Numbers are values only where they are few whole ones; columns that number
 * frames, files or people are none.
 */
final class LabelVariety {

  private final SortedSet<String> expressions = new TreeSet<>();
  private final SortedSet<String> poses = new TreeSet<>();
  private final Map<String, Column> columns = new HashMap<>();

  void add(String subject, @Nullable String expression, Map<String, String> attributes) {
    if (expression != null) {
      expressions.add(expression);
    }
    Optional.ofNullable(attributes.get(Columns.POSE))
        .flatMap(Poses::canonical)
        .ifPresent(poses::add);
    attributes.forEach(
        (column, value) ->
            columns.computeIfAbsent(column, each -> new Column()).add(value.strip(), subject));
  }

  /** Two expressions, two poses, or an attribute. */
  boolean isThere() {
    return expressions.size() >= 2 || poses.size() >= 2 || !attributes().isEmpty();
  }

  SortedSet<String> expressions() {
    return expressions;
  }

  /** Columns that can be learned. */
  SortedSet<String> attributes() {
    return columns(true);
  }

  /** Columns that cannot. */
  SortedSet<String> others() {
    return columns(false);
  }

  private SortedSet<String> columns(boolean learnable) {
    SortedSet<String> names = new TreeSet<>();
    columns.forEach(
        (name, column) -> {
          boolean attribute = Columns.tellOfTheFace(name) && column.learnable(name);
          if (!name.equals(Columns.POSE) && attribute == learnable) {
            names.add(name);
          }
        });
    return names;
  }

  /** Whom each value of a column is shown by: the first subject, or several. */
  private static final class Column {

    private static final String SEVERAL = "";

    /** Whole numbers of more values count or measure something. */
    private static final int MOST_CODES = 10;

    /** More values than any attribute has; the rest need not be held. */
    private static final int MOST_VALUES = 1000;

    private final Map<String, String> shownBy = new HashMap<>();

    void add(String value, String subject) {
      if (!value.isEmpty() && (shownBy.size() < MOST_VALUES || shownBy.containsKey(value))) {
        shownBy.merge(value, subject, (one, other) -> one.equals(other) ? one : SEVERAL);
      }
    }

    boolean learnable(String name) {
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
