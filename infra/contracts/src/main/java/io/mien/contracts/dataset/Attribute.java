package io.mien.contracts.dataset;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that holds for a face or not, as a dataset's column tells. Written as {@code glasses},
 * a column of yes and no, or as {@code hair_colour=black}, one value of a column.
 *
 * @param value null for a column of yes and no
 */
public record Attribute(String column, @Nullable String value) {

  /** CelebA's columns of hair colours: of the four at most one holds. */
  private static final List<String> CELEBA_HAIR =
      List.of("Black_Hair", "Blond_Hair", "Brown_Hair", "Gray_Hair");

  private static final List<String> YES = List.of("1", "true", "yes", "y");
  private static final List<String> NO = List.of("0", "-1", "false", "no", "n");

  /**
   * @throws IllegalArgumentException when the column or the value is empty
   */
  public static Attribute parse(String name) {
    int equals = name.indexOf('=');
    String column = equals < 0 ? name.strip() : name.substring(0, equals).strip();
    String value = equals < 0 ? null : name.substring(equals + 1).strip();
    if (column.isEmpty() || (value != null && value.isEmpty())) {
      throw new IllegalArgumentException(
          "'%s' names no attribute: write a column, or column=value.".formatted(name));
    }
    return new Attribute(column, value);
  }

  /** How it is written. */
  public String name() {
    return value == null ? column : column + "=" + value;
  }

  /** Whether at most one of the two can hold. */
  public boolean excludes(Attribute other) {
    return !equals(other)
        && (value != null && column.equals(other.column)
            || CELEBA_HAIR.contains(name()) && CELEBA_HAIR.contains(other.name()));
  }

  /** What a cell of the column says; empty when it is neither yes nor no. */
  public Optional<Boolean> holds(String cell) {
    String lower = cell.strip().toLowerCase(Locale.ROOT);
    if (value != null) {
      return Optional.of(lower.equals(value.toLowerCase(Locale.ROOT)));
    }
    if (YES.contains(lower)) {
      return Optional.of(true);
    }
    return NO.contains(lower) ? Optional.of(false) : Optional.empty();
  }
}
